# SPDX-License-Identifier: Apache-2.0
"""Fingerprints of what the real libraries make of 20,000 lines of shared/data/text with XLM-R's
vocabulary: agreement_xlmr.bin of Hugging Face's tokenizer as xlm-roberta publishes it (ids, offsets,
word ids), agreement_xlmr_sentencepiece.bin of the SentencePiece library (ids, spans).

Lines are taken in turn, one from each language file (sorted by name). A fingerprint is the CRC-32
of tests/parity/oracles.py, little-endian. tests/js/agreement.test.js takes the same lines and
compares; the text itself is never committed.

    python make_agreement.py ../../../shared/data

Made with tokenizers 0.22.2 and transformers 4.57.6, and the same with tokenizers 0.23.3 and transformers
5.24; sentencepiece 0.2.3.
"""

import pathlib
import sys

import numpy

HERE = pathlib.Path(__file__).resolve().parent
sys.path.append(str(HERE.parent / "parity"))

import oracles  # noqa: E402
import texts  # noqa: E402

LINES = 20_000


def main() -> None:
    data = pathlib.Path(sys.argv[1])
    model = data / "xlmr" / "sentencepiece.bpe.model"
    lines = list(texts.lines(data / "text", LINES))
    hugging_face = list(oracles.hugging_face(oracles.load_published(model), lines))
    for name, found in [
        ("agreement_xlmr.bin", hugging_face),
        ("agreement_xlmr_sentencepiece.bin", list(oracles.sentencepiece(model, lines))),
    ]:
        numpy.array(found, dtype="<u4").tofile(HERE / name)
        print(f"{len(found)} lines -> {name}")


if __name__ == "__main__":
    main()
