# SPDX-License-Identifier: Apache-2.0
"""Fingerprints of Hugging Face's XLM-R token ids for 20,000 lines of shared/data/text.

Lines are taken in turn, one from each language file (sorted by name), until there are 20,000; so
every language gives the same number as long as it has that many. For each line the output holds
the first four bytes (little-endian) of the SHA-256 of its ids as little-endian int32, special
tokens included. tests/js/agreement.test.js takes the same lines and compares; the text itself is
never committed.

    python make_agreement.py ../../../shared/data

Made with tokenizers 0.22.2 and transformers 4.57.6.
"""

import hashlib
import lzma
import pathlib
import struct
import sys

from transformers import XLMRobertaTokenizerFast

LINES = 20_000


def take_lines(folder: pathlib.Path) -> list[str]:
    """Non-empty lines, round-robin over the languages."""
    files = sorted(folder.glob("*.txt.xz"))
    texts = [lzma.open(file).read().decode("utf-8").split("\n") for file in files]
    texts = [[line for line in lines if line] for lines in texts]
    taken: list[str] = []
    for row in range(max(map(len, texts))):
        for lines in texts:
            if row < len(lines):
                taken.append(lines[row])
                if len(taken) == LINES:
                    return taken
    return taken


def main() -> None:
    data = pathlib.Path(sys.argv[1])
    tokenizer = XLMRobertaTokenizerFast(vocab_file=str(data / "xlmr" / "sentencepiece.bpe.model"))
    tokenizer.model_max_length = 1 << 30
    lines = take_lines(data / "text")
    digests = bytearray()
    for line in lines:
        ids = tokenizer(line)["input_ids"]
        digests += hashlib.sha256(struct.pack(f"<{len(ids)}i", *ids)).digest()[:4]
    out = pathlib.Path(__file__).with_name("agreement_xlmr.bin")
    out.write_bytes(digests)
    print(f"{len(lines)} lines -> {out.name}, {len(digests)} bytes")


if __name__ == "__main__":
    main()
