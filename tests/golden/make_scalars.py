# SPDX-License-Identifier: Apache-2.0
"""Makes scalars.bin: what Hugging Face's fast tokenizer makes of every Unicode scalar value alone,
between two letters and after a base letter, with the vocabulary of tests/golden/tiny.

    python tests/golden/make_scalars.py        # transformers, tokenizers

A block of 256 consecutive values is one little-endian CRC-32 of, for each text, the number of its
tokens, their ids, offsets in code points and word ids, as int32; first all blocks of the values
alone, then of those between, then of those after. Made with tokenizers 0.22.2, transformers 4.57.6, and
the same with tokenizers 0.23.3, transformers 5.24.
"""

import pathlib
import sys
import zlib

import numpy

HERE = pathlib.Path(__file__).resolve().parent
sys.path.append(str(HERE.parent / "parity"))

import oracles  # noqa: E402
import texts  # noqa: E402

BLOCK = 256
PLACES = [("", ""), ("x", "y"), ("a", "")]


def main() -> None:
    tokenizer = oracles.load_published(HERE / "tiny/sentencepiece.bpe.model")
    found = []
    for before, after in PLACES:
        all_texts = list(texts.scalars(before, after))
        for at in range(0, len(all_texts), BLOCK):
            values = []
            for encoding in tokenizer.encode_batch(all_texts[at : at + BLOCK], add_special_tokens=False):
                offsets = [at for pair in encoding.offsets for at in pair]
                values += [len(encoding.ids), *encoding.ids, *offsets, *encoding.word_ids]
            found.append(zlib.crc32(numpy.array(values, dtype="<i4").tobytes()))
    numpy.array(found, dtype="<u4").tofile(HERE / "scalars.bin")
    print(f"{len(found)} blocks")


if __name__ == "__main__":
    main()
