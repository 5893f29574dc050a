# SPDX-License-Identifier: Apache-2.0
"""Makes tests/golden/hf_tokenizer.json: what Hugging Face's fast tokenizer and the SentencePiece
library make of 600 random texts, with the vocabulary of tests/golden/tiny.

    python tests/golden/make_hf_tokenizer.py        # transformers, tokenizers, sentencepiece

A case is [text, ids, offsets, word ids, SentencePiece's ids]: special tokens around the text left
out, offsets in code points as one flat list. The versions are in the file.
"""

import json
import pathlib
import random
import sys

import sentencepiece
import tokenizers
import transformers

HERE = pathlib.Path(__file__).resolve().parent
sys.path.append(str(HERE.parent / "parity"))

import oracles  # noqa: E402

MODEL = HERE / "tiny/sentencepiece.bpe.model"

SEED = 20261121
CASES = 600
POOLS = [
    "Emma Paris London",
    "  \t\n\r\u00a0\u3000\u2003\u200b\u200d\u2028",
    "\u0301\u0300\u0308\u0327\u0323\u0345\u093f\u094d\u0e31\u0e33",
    "éüñßﬁ½①Ⅷ™…㍿ﷺ",
    "日本東京大阪カナかな",
    "한국어\u1100\u1161\u11a8",
    "नमस्तेक्ष",
    "שלום\u05b8",
    "\U0001f468\U0001f469\u200d\ufe0f\U0001f1e9\U0001f1ea\U0001f3fb",
    "\x00\x01\x1f\x7f\x85\u200e\u202a\ufeff\u00ad\ufffd",
    "▁▁_.,",
    "\u0600\u06dd\u070f\u0915",
    "０Ａａ＜ｓ＞",
    "\U0002f800\U0001d400",
]
TOKENS = ["<s>", "</s>", "<mask>", "<pad>", "<unk>", " <mask>", "<mask> ", "＜s＞", "<", "mask>"]


def texts():
    choose = random.Random(SEED)
    for _ in range(CASES):
        text = ""
        for _ in range(choose.randint(0, 10)):
            if choose.random() < 0.08:
                text += choose.choice(TOKENS)
            elif choose.random() < 0.06:
                text += chr(choose.choice([choose.randint(1, 0x2FFF), choose.randint(0xE000, 0x1FFFF)]))
            else:
                pool = choose.choice(POOLS)
                text += "".join(choose.choice(pool) for _ in range(choose.randint(1, 4)))
        yield text


def main():
    fast = oracles.load_published(MODEL)
    library = sentencepiece.SentencePieceProcessor(model_file=str(MODEL))
    cases = []
    for text in texts():
        encoding = fast.encode(text, add_special_tokens=False)
        pieces = [3 if piece == 0 else piece + 1 for piece in library.encode(text)]
        offsets = [at for pair in encoding.offsets for at in pair]
        cases.append([text, encoding.ids, offsets, encoding.word_ids, pieces])
    golden = {
        "made_by": "tests/golden/make_hf_tokenizer.py",
        "versions": {
            "transformers": transformers.__version__,
            "tokenizers": tokenizers.__version__,
            "sentencepiece": sentencepiece.__version__,
        },
        "cases": cases,
    }
    lines = json.dumps(golden, ensure_ascii=True, separators=(",", ":"))
    (HERE / "hf_tokenizer.json").write_text(lines.replace('],["', '],\n["') + "\n")


if __name__ == "__main__":
    main()
