# SPDX-License-Identifier: Apache-2.0
"""What these tests share: a base model of two layers, and sentences of our own."""

import json
import pathlib
import random

REPOSITORY = pathlib.Path(__file__).resolve().parents[4]
TINY = REPOSITORY / "tests" / "golden" / "tiny"

PEOPLE = ["Angela Merkel", "Emma", "José Müller", "Ana Nuñez", "Ivo Novák", "Sarah"]
PLACES = ["Paris", "London", "New York", "Łódź", "Den Haag", "Bern"]
FIRMS = ["Deutsche Bank", "Acme Corp", "Zénith", "United Nations"]
NAMES = {"PER": PEOPLE, "LOC": PLACES, "ORG": FIRMS}
TEMPLATES = [
    "PER visited LOC in July .",
    "My name is PER and I live in LOC .",
    "ORG opened an office in LOC , said PER .",
    "Mijn naam is PER en ik woon in LOC .",
    "Nothing happened on Monday .",
]


def sentences(count: int, seed: int) -> list[list[tuple[str, str]]]:
    """Words with their IOB2 tags; one name in eight is of another kind than its place says."""
    draw = random.Random(seed)
    result = []
    for _ in range(count):
        row: list[tuple[str, str]] = []
        for word in draw.choice(TEMPLATES).split():
            if word not in NAMES:
                row.append((word, "O"))
                continue
            kind = draw.choice(list(NAMES)) if draw.random() < 1 / 8 else word
            prefixes = ["B", *"I" * 9]
            row += [
                (part, f"{prefix}-{kind}") for part, prefix in zip(draw.choice(NAMES[word]).split(), prefixes)
            ]
        result.append(row)
    return result


def conll(count: int, seed: int) -> str:
    """The sentences in columns."""
    rows = ("".join(f"{word} {tag}\n" for word, tag in row) for row in sentences(count, seed))
    return "\n".join(rows)


def jsonl(count: int, seed: int) -> str:
    """The sentences as texts with spans in UTF-16 units; every other one begins with two of a character."""
    lines = []
    for at, row in enumerate(sentences(count, seed)):
        text, entities = "🚀" * (at % 2), []
        for word, tag in row:
            text += " " if text else ""
            start = at % 2 + len(text)
            text += word
            if tag.startswith("B-"):
                entities.append([start, start + len(word), tag[2:]])
            elif tag.startswith("I-"):
                entities[-1][1] = start + len(word)
        lines.append(json.dumps({"text": text, "entities": entities}) + "\n")
    return "".join(lines)


JAPANESE = [
    "{人名}は{地名}に住んでいます。",
    "{人名}さんは{法人名}で働いている。",
    "{地名}で会いましょう🎌",
    "今日は休みです。",
]
JAPANESE_NAMES = {
    "人名": ["田中太郎", "山田花子"],
    "地名": ["東京", "大阪", "パリ"],
    "法人名": ["日本銀行", "アクメ株式会社"],
}


def stockmark(count: int, seed: int) -> list[dict]:
    """Rows in Stockmark's form."""
    draw = random.Random(seed)
    rows = []
    for at in range(count):
        text, entities = "", []
        for part in draw.choice(JAPANESE).replace("{", "}").split("}"):
            name = draw.choice(JAPANESE_NAMES[part]) if part in JAPANESE_NAMES else part
            if name != part:
                entities.append({"name": name, "span": [len(text), len(text) + len(name)], "type": part})
            text += name
        rows.append({"curid": str(at), "text": text, "entities": entities})
    return rows
