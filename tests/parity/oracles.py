# SPDX-License-Identifier: Apache-2.0
"""What the real libraries say of a text, as one CRC-32: ids, offsets in code points, word ids.

run.py starts it with the Python of each environment:

    python oracles.py versions
    python oracles.py tokenizers OUT --forms FORM... --texts FILE...
    python oracles.py sentencepiece OUT --model FILE --texts FILE...

It writes OUT/FORM.NAME.expected for each NAME.texts, four bytes a text, unless the file is there.
"""

import argparse
import contextlib
import hashlib
import json
import os
import pathlib
import tempfile
import zlib
from collections.abc import Iterator
from importlib import metadata

import numpy

import ours
import texts

BATCH = 20_000
PACKAGES = ["transformers", "tokenizers", "sentencepiece", "torch"]


def installed() -> Iterator[tuple[str, str]]:
    for name in PACKAGES:
        with contextlib.suppress(metadata.PackageNotFoundError):
            yield name, metadata.version(name)


def fingerprint(values: list[int]) -> int:
    return zlib.crc32(numpy.array(values, dtype="<i4").tobytes())


def load(folder: pathlib.Path):
    """The tokenizer that this version of transformers makes of a model folder's files."""
    import transformers

    transformers.logging.set_verbosity_error()
    return transformers.AutoTokenizer.from_pretrained(str(folder)).backend_tokenizer


def load_published(model: pathlib.Path):
    """The same of a vocabulary's published form."""
    with tempfile.TemporaryDirectory() as folder:
        forms = ours.make_forms(model, pathlib.Path(folder), "node")
        return next(load(form) for form in forms if form.name == "published")


def hugging_face(tokenizer, all_texts: list[str]) -> Iterator[int]:
    for at in range(0, len(all_texts), BATCH):
        for encoding in tokenizer.encode_batch(all_texts[at : at + BATCH], add_special_tokens=False):
            offsets = [at for pair in encoding.offsets for at in pair]
            yield fingerprint(encoding.ids + offsets + encoding.word_ids)


def sentencepiece(model: pathlib.Path, all_texts: list[str]) -> Iterator[int]:
    """Ids as XLM-R numbers them, and spans; an empty span is widened to one character."""
    from sentencepiece import SentencePieceProcessor

    library = SentencePieceProcessor(model_file=str(model))
    for text in all_texts:
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


def write_whole(path: pathlib.Path, found: Iterator[int]) -> None:
    """An interrupted run leaves no half of a file, and two at once do not meet."""
    part = path.with_suffix(f".{os.getpid()}")
    numpy.fromiter(found, dtype="<u4").tofile(part)
    part.rename(path)


def expect_tokenizers(out: pathlib.Path, forms: list[pathlib.Path], files: list[pathlib.Path]) -> None:
    """Forms of which this version makes the same tokenizer share what is expected of it."""
    for form in forms:
        missing = {file: out / f"{form.name}.{file.stem}.expected" for file in files}
        missing = {file: path for file, path in missing.items() if not path.exists()}
        if not missing:
            continue
        tokenizer = load(form)
        name = hashlib.sha256(tokenizer.to_str().encode()).hexdigest()[:16]
        for file, path in missing.items():
            shared = out / f"{name}.{file.stem}.expected"
            if not shared.exists():
                write_whole(shared, hugging_face(tokenizer, texts.read(file)))
            with contextlib.suppress(FileExistsError):
                os.link(shared, path)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=["versions", "tokenizers", "sentencepiece"])
    parser.add_argument("out", type=pathlib.Path, nargs="?")
    parser.add_argument("--forms", type=pathlib.Path, nargs="+", default=[])
    parser.add_argument("--model", type=pathlib.Path)
    parser.add_argument("--texts", type=pathlib.Path, nargs="+", default=[])
    given = parser.parse_args()
    if given.what == "versions":
        print(json.dumps(dict(installed())))
    elif given.what == "tokenizers":
        expect_tokenizers(given.out, given.forms, given.texts)
    else:
        for file in given.texts:
            path = given.out / f"sentencepiece.{file.stem}.expected"
            if not path.exists():
                write_whole(path, sentencepiece(given.model, texts.read(file)))


if __name__ == "__main__":
    main()
