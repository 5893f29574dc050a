# SPDX-License-Identifier: Apache-2.0
"""A file of labelled rows, whatever its form; every error names the file and the line."""

import codecs
import pathlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from finetuning.columns import read_columns
from finetuning.errors import DataError, FinetuneError
from finetuning.json_rows import Ids, json_values, read_ids, read_value
from finetuning.rows import Row, Text
from finetuning.tags import has_prefix


@dataclass(frozen=True)
class Reading:
    """How files are read; `points`: whether offsets of spans in JSON are code points."""

    encoding: str = "utf-8"
    points: bool = False
    ids: Ids | None = None


def read_text(path: pathlib.Path, encoding: str) -> str:
    """A file's text, without a byte order mark. Raises a DataError with the line of a bad byte."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise FinetuneError(f"{path}: expected a file that can be read: {error.strerror}") from None
    if encoding == "utf-8" and content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        found = f"the byte 0x{content[error.start]:02X} at offset {error.start}"
        raise DataError(f"{path}:{line}", f"text in {encoding} (--encoding names another)", found) from None
    if "\0" in text:
        raise DataError(f"{path}:{text.count(chr(10), 0, text.index(chr(0))) + 1}", "text", "NUL")
    return text.removeprefix("\ufeff")


def read_corpus(path: pathlib.Path, reading: Reading) -> list[Row]:
    """The rows of a file in their order, one or more, either all words or all texts."""
    text = read_text(path, reading.encoding)
    rows: list[Row] = []
    if text.lstrip().startswith(("{", "[")):
        for place, value in json_values(str(path), text):
            rows.extend(read_value(place, value, reading.ids, reading.points))
    else:
        rows.extend(read_columns(str(path), text))
    if not rows:
        raise DataError(f"{path}:1", "a row with labels", "none")
    if len({type(row) for row in rows}) > 1:
        other = next(row for row in rows if type(row) is not type(rows[0]))
        raise DataError(other.place, f"what {rows[0].place} has, words or a text", "the other")
    return rows


def types_of(rows: Sequence[Row]) -> set[str]:
    """The types of texts' entities, as they stand."""
    return {kind for row in rows if isinstance(row, Text) for _, _, kind in row.spans}


def renamed(rows: Sequence[Row], mapping: Mapping[str, str]) -> list[Row]:
    """The rows with other names for types; those that the mapping does not have stay."""

    def rename(row: Row) -> Row:
        if isinstance(row, Text):
            spans = ((start, end, mapping.get(kind, kind)) for start, end, kind in row.spans)
            return replace(row, spans=tuple(spans))
        return replace(row, tags=tuple(_renamed_tag(tag, mapping) for tag in row.tags))

    return [rename(row) for row in rows]


def _renamed_tag(tag: str, mapping: Mapping[str, str]) -> str:
    if has_prefix(tag):
        return tag[:2] + mapping.get(tag[2:], tag[2:])
    return mapping.get(tag, tag)


def read_label_ids(path: pathlib.Path) -> dict[int, str]:
    """Tags by their ids, of the file that --label2id names."""
    return read_ids(str(path), read_text(path, "utf-8"))
