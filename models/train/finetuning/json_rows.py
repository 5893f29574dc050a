# SPDX-License-Identifier: Apache-2.0
"""Rows as JSON, one a line or in one list.

    {"tokens": ["Emma", "zingt"], "tags": [1, 0]}        T-NER's, with the ids of its label2id
    {"tokens": [["Emma"], ["Hoi"]], "tags": [[1], [0]]}  the same of many sentences
    {"tokens": ["Emma"], "ner_tags": [1]}                of the package datasets
    {"text": "Emma zingt", "entities": [[0, 4, "PER"]]}  texts with spans, or {"start", "end", "label"}
    {"curid": "1", "text": "鈴木は…", "entities": [{"name": "鈴木", "span": [0, 2], "type": "人名"}]}

The last is Stockmark's; its offsets are code points. Those of other spans are UTF-16 units, as
`xlmr-ner eval` reads them, unless `points` says otherwise.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from finetuning.errors import DataError, shown
from finetuning.rows import Row, Span, Text, Words
from finetuning.tags import in_iob2

Ids = Mapping[int, str]
# Those of the package datasets.
WIKIANN_IDS = dict(enumerate(["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"]))


def json_values(name: str, text: str) -> Iterator[tuple[str, Any]]:
    """Each row with its place. Raises a DataError with the line where there is no JSON."""
    start = len(text) - len(text.lstrip())
    if text.startswith("[", start):
        yield from _elements(name, text, start + 1)
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            try:
                yield f"{name}:{number}", json.loads(line)
            except json.JSONDecodeError as error:
                raise DataError(f"{name}:{number}", "a JSON value a line", error.msg) from None


def _elements(name: str, text: str, at: int) -> Iterator[tuple[str, Any]]:
    decoder = json.JSONDecoder()
    line, counted = 1, 0
    expected = "a value or ]"
    while True:
        while at < len(text) and text[at] in " \t\r\n":
            at += 1
        line, counted = line + text.count("\n", counted, at), at
        place = f"{name}:{line}"
        if at >= len(text):
            raise DataError(place, expected, "the end of the file")
        if text[at] == "]":
            return
        if expected == ", or ]":
            if text[at] != ",":
                raise DataError(place, expected, shown(text[at]))
            at, expected = at + 1, "a value or ]"
            continue
        try:
            value, at = decoder.raw_decode(text, at)
        except json.JSONDecodeError as error:
            raise DataError(f"{name}:{error.lineno}", "a JSON value", error.msg) from None
        expected = ", or ]"
        yield place, value


def read_ids(name: str, text: str) -> dict[int, str]:
    """The tags of a label2id by their ids: `{"O": 0, "B-PER": 1}`, or a config.json that has one."""
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        raise DataError(f"{name}:{error.lineno}", "JSON", error.msg) from None
    if isinstance(value, dict) and isinstance(value.get("label2id"), dict):
        value = value["label2id"]
    if not isinstance(value, dict) or not value:
        raise DataError(name, 'tags and their ids, as {"O": 0, "B-PER": 1}', shown(value))
    ids: dict[int, str] = {}
    for tag, number in value.items():
        if not isinstance(number, int) or isinstance(number, bool):
            raise DataError(name, f"a whole number for {tag}", shown(number))
        if number in ids:
            raise DataError(name, "an id of its own for each tag", f"{number} for {ids[number]} and {tag}")
        ids[number] = tag
    if sorted(ids) != list(range(len(ids))):
        raise DataError(name, f"the ids 0 to {len(ids) - 1}", shown(sorted(ids)))
    return ids


def read_value(place: str, value: Any, ids: Ids | None, points: bool) -> list[Row]:
    """The rows of a value, of which there is one in most forms. Raises a DataError that names the place."""
    if not isinstance(value, dict):
        raise DataError(place, "an object with tokens and tags, or with a text and entities", shown(value))
    tags = next((name for name in ("tags", "ner_tags", "labels") if name in value), None)
    if "tokens" in value and tags is not None:
        known = WIKIANN_IDS if ids is None and "langs" in value else ids
        return _sentences(place, value["tokens"], value[tags], tags, known)
    text = value.get("text")
    if not isinstance(text, str):
        raise DataError(f"{place}: text", "a string", shown(text))
    name = next((name for name in ("entities", "label", "labels", "spans") if name in value), "entities")
    entities = value.get(name)
    if not isinstance(entities, list):
        raise DataError(f"{place}: {name}", "a list", shown(entities))
    spans = [_span(place, text, entity, points) for entity in entities]
    return [Text(place, text, _apart(place, spans))]


def _sentences(place: str, tokens: Any, tags: Any, name: str, ids: Ids | None) -> list[Row]:
    lists = (tokens, tags)
    if not all(isinstance(each, list) and each and all(map(is_list, each)) for each in lists):
        return [_words(place, tokens, tags, name, ids)]
    if len(tokens) != len(tags):
        raise DataError(place, f"{len(tokens)} lists in {name}, as in tokens", str(len(tags)))
    return [
        _words(place, words, each, f"{name}[{at}]", ids) for at, (words, each) in enumerate(zip(tokens, tags))
    ]


def is_list(value: Any) -> bool:
    return isinstance(value, list)


def _words(place: str, tokens: Any, tags: Any, name: str, ids: Ids | None) -> Words:
    if not isinstance(tokens, list) or not all(isinstance(token, str) for token in tokens):
        raise DataError(f"{place}: tokens", "a list of strings", shown(tokens))
    if not isinstance(tags, list) or len(tags) != len(tokens):
        found = str(len(tags)) if isinstance(tags, list) else shown(tags)
        raise DataError(place, f"{len(tokens)} {name}, as there are tokens", found)
    named = tuple(_tag(f"{place}: {name}[{at}]", tag, ids) for at, tag in enumerate(tags))
    return Words(place, tuple(tokens), in_iob2(named))


def _tag(place: str, tag: Any, ids: Ids | None) -> str:
    if isinstance(tag, str) and tag:
        return tag
    if not isinstance(tag, int) or isinstance(tag, bool):
        raise DataError(place, "a tag as B-PER, or its id", shown(tag))
    if ids is None:
        raise DataError(place, "a tag as B-PER, or --label2id FILE with the ids", str(tag))
    if tag not in ids:
        raise DataError(place, f"an id of label2id, which has 0 to {len(ids) - 1}", str(tag))
    return ids[tag]


def _span(place: str, text: str, entity: Any, points: bool) -> Span:
    wanted = "entities [start, end, label], or objects with these, or with span and type"
    said = None
    if isinstance(entity, list) and len(entity) == 3:
        start, end, label = entity
    elif isinstance(entity, dict) and isinstance(entity.get("span"), list) and len(entity["span"]) == 2:
        (start, end), label, said = entity["span"], entity.get("type"), entity.get("name")
        points = True
    elif isinstance(entity, dict):
        start, end = entity.get("start"), entity.get("end")
        label = next((entity[key] for key in ("label", "type", "entity_group") if key in entity), None)
    else:
        raise DataError(place, wanted, shown(entity))
    numbers = all(isinstance(each, int) and not isinstance(each, bool) for each in (start, end))
    if not numbers or not isinstance(label, str) or not label:
        raise DataError(place, wanted, shown(entity))
    if not points:
        start, end = (_code_point(place, text, unit) for unit in (start, end))
    if not 0 <= start < end <= len(text):
        raise DataError(place, f"a span within {len(text)} characters", f"{start} to {end}")
    if isinstance(said, str) and text[start:end] != said:
        raise DataError(place, f"{shown(said)} at {start} to {end}", shown(text[start:end]))
    return start, end, label


def _code_point(place: str, text: str, unit: int) -> int:
    """The code point at a UTF-16 offset."""
    encoded = text.encode("utf-16-le", "surrogatepass")
    if not 0 <= unit <= len(encoded) // 2:
        raise DataError(place, f"an offset within {len(encoded) // 2} UTF-16 units", str(unit))
    head = encoded[: 2 * unit].decode("utf-16-le", "surrogatepass")
    if len(head.encode("utf-16-le", "surrogatepass")) != 2 * unit or text[: len(head)] != head:
        raise DataError(place, "an offset between characters", f"{unit}, within one")
    return len(head)


def _apart(place: str, spans: list[Span]) -> tuple[Span, ...]:
    spans = sorted(spans)
    for left, right in zip(spans, spans[1:]):
        if right[0] < left[1]:
            raise DataError(place, "entities that do not overlap", f"{shown(left)} and {shown(right)}")
    return tuple(spans)
