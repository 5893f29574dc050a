# SPDX-License-Identifier: Apache-2.0
"""What the real libraries say of a text, as one CRC-32: ids, offsets in code points, word ids."""

import json
import pathlib
import zlib
from collections.abc import Iterator

import numpy

BATCH = 20_000


def fingerprint(values: list[int]) -> int:
    return zlib.crc32(numpy.array(values, dtype="<i4").tobytes())


def convert(model: pathlib.Path, converted: pathlib.Path, published: pathlib.Path) -> None:
    """tokenizer.json as transformers converts the model, and as xlm-roberta publishes it."""
    from transformers import XLMRobertaTokenizerFast

    XLMRobertaTokenizerFast(vocab_file=str(model)).backend_tokenizer.save(str(converted))
    pipeline = json.loads(converted.read_text())
    pipeline["normalizer"] = pipeline["normalizer"]["normalizers"][0]
    metaspace = pipeline["pre_tokenizer"]
    pipeline["pre_tokenizer"] = {
        "type": "Sequence",
        "pretokenizers": [{"type": "WhitespaceSplit"}, metaspace],
    }
    published.write_text(json.dumps(pipeline))


def hugging_face(tokenizer_json: pathlib.Path, texts: list[str]) -> Iterator[int]:
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(tokenizer_json))
    for at in range(0, len(texts), BATCH):
        for encoding in tokenizer.encode_batch(texts[at : at + BATCH], add_special_tokens=False):
            offsets = [at for pair in encoding.offsets for at in pair]
            yield fingerprint(encoding.ids + offsets + encoding.word_ids)


def sentencepiece(model: pathlib.Path, texts: list[str]) -> Iterator[int]:
    """Ids as XLM-R numbers them, and spans; an empty span is widened to one character."""
    from sentencepiece import SentencePieceProcessor

    library = SentencePieceProcessor(model_file=str(model))
    for text in texts:
        codepoint_at = codepoint_of_bytes(text)
        ids = []
        spans = []
        for piece in library.encode(text, return_type="proto").pieces:
            ids.append(3 if piece.id == 0 else piece.id + 1)
            begin, end = codepoint_at[piece.begin], codepoint_at[piece.end]
            if piece.begin == piece.end:
                begin = min(begin, len(text) - 1)
                end = begin + 1
            spans += [begin, end]
        yield fingerprint(ids + spans)


def codepoint_of_bytes(text: str) -> list[int]:
    """For each byte of the text in UTF-8, and its end, the code point that it belongs to."""
    found = []
    for i, character in enumerate(text):
        found += [i] * len(character.encode("utf-8"))
    return [*found, len(text)]
