# SPDX-License-Identifier: Apache-2.0
"""The columns that tagging adds, as Spark's types, and as Arrow's arrays of a batch's answers.

Entities have offsets in code points, as Spark's `substring` and Python count. Annotations are Spark NLP's,
with UTF-16 units and inclusive ends; their columns say what they are (`annotatorType`), so that its
annotators take them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pyarrow as pa
from pyspark.sql.pandas.types import to_arrow_schema
from pyspark.sql.types import (
    ArrayType,
    DataType,
    DoubleType,
    FloatType,
    IntegerType,
    MapType,
    StringType,
    StructField,
    StructType,
)

from .rows import Answer
from .settings import Settings

ERROR = "ner_error"
"""The column that says why a text has no entities; null where it has, and where there is no text."""

_ENTITY = StructType(
    [
        StructField("entity_group", StringType()),
        StructField("score", DoubleType()),
        StructField("word", StringType()),
        StructField("start", IntegerType()),
        StructField("end", IntegerType()),
    ]
)
_PIECE = StructType(
    [
        StructField("entity", StringType()),
        StructField("score", DoubleType()),
        StructField("index", IntegerType()),
        StructField("word", StringType()),
        StructField("start", IntegerType()),
        StructField("end", IntegerType()),
    ]
)
# As sparknlp.annotation.Annotation.dataType() has it (7.0.0).
_ANNOTATION = StructType(
    [
        StructField("annotatorType", StringType(), False),
        StructField("begin", IntegerType(), False),
        StructField("end", IntegerType(), False),
        StructField("result", StringType(), False),
        StructField("metadata", MapType(StringType(), StringType()), False),
        StructField("embeddings", ArrayType(FloatType(), False), False),
    ]
)
_ANNOTATIONS = {"document": "document", "token": "token", "ner": "named_entity", "entities": "chunk"}


def added_fields(column: DataType, settings: Settings) -> list[StructField]:
    """The fields that are added to a row with such a text. Raises a TypeError for what is no text."""
    words = isinstance(column, ArrayType) and isinstance(column.elementType, StringType)
    if not words and not isinstance(column, StringType):
        raise TypeError(f"text: expected a column of string or array<string>, found {column.simpleString()}")
    error = StructField(ERROR, StringType())
    if settings.output == "sparknlp":
        return [
            *(
                StructField(name, ArrayType(_ANNOTATION), True, {"annotatorType": kind})
                for name, kind in _ANNOTATIONS.items()
            ),
            error,
        ]
    # Words have entities made of their labels, whatever the aggregation.
    record = _PIECE if settings.aggregation == "none" and not words else _ENTITY
    tags = [StructField("tags", ArrayType(StringType()))] if words else []
    return [StructField("entities", ArrayType(record)), *tags, error]


def tagged_schema(schema: StructType, text: str, settings: Settings) -> StructType:
    """A frame's schema with the fields that are added. Raises a ValueError where it has not one such column
    of texts, or has a column of a name that is added."""
    names = [field.name for field in schema.fields]
    if names.count(text) != 1:
        raise ValueError(
            f"text: expected one column {text!r}, found {names.count(text)} in {', '.join(names)}"
        )
    added = added_fields(schema[text].dataType, settings)
    known = {name.lower() for name in names}
    taken = [field.name for field in added if field.name in known]
    if taken:
        raise ValueError(f"expected no column {', '.join(taken)}, which tagging adds; rename it first")
    return StructType([*schema.fields, *added])


def added_arrays(answers: Sequence[Answer], fields: Sequence[StructField]) -> list[pa.Array]:
    """A column for each of the fields, with a value for each of the answers."""
    types = to_arrow_schema(StructType(list(fields))).types
    arrays = []
    for field, kind, values in zip(fields, types, added_values(answers, fields)):
        is_annotation = field.name != ERROR and field.metadata
        pairs = [_with_pairs(value) for value in values] if is_annotation else values
        arrays.append(pa.array(pairs, type=kind))
    return arrays


def added_values(answers: Sequence[Answer], fields: Sequence[StructField]) -> list[list[Any]]:
    """The same as Python's values."""
    return [[_value(answer, field.name) for answer in answers] for field in fields]


def _with_pairs(annotations: list[dict[str, Any]] | None) -> list[dict[str, Any]] | None:
    """With maps as Arrow takes them in every release."""
    if annotations is None:
        return None
    return [{**each, "metadata": list(each["metadata"].items())} for each in annotations]


def _value(answer: Answer, name: str) -> Any:
    if answer is None:
        return None
    if name != ERROR:
        return answer.get(name)
    error = answer.get("error")
    return None if error is None else f"{error['code']}: {error['message']}"
