# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pyarrow as pa
from pyspark.sql import DataFrame
from pyspark.sql.types import StructField

from .command import Place
from .pool import lend
from .rows import Text, answered
from .settings import Aggregation, Output, Settings
from .shapes import added_arrays, tagged_schema


def tag(
    df: DataFrame,
    text: str = "text",
    *,
    model: str | None = None,
    output: Output = "entities",
    aggregation: Aggregation = "simple",
    package: str | None = None,
    node: str | None = None,
    options: Sequence[str] = (),
    timeout: float = 600,
) -> DataFrame:
    """The rows of `df`, in their partitions and their order, with what the model finds in a column of texts.

        tag(df).select("id", "entities.word")

    Args:
        text: a column of strings; or of lists of strings, a text's words, which then get a label each
        (`tags`). model: a folder on the executors, an archive that Spark brought, an id at the hub or a URL;
        None is the model
            in the package.
        output: `entities` adds `entities`, array<struct<entity_group, score, word, start, end>> with offsets
        in code
            points; `sparknlp` adds Spark NLP's columns `document`, `token`, `ner` and `entities`. Both add
            `ner_error`: why a text could not be tagged. A null text has null in all of them.
        aggregation: as the command has it; `none` gives pieces, array<struct<entity, score, index, word, …>>.
        package, node: see command.Place.
        options: more options of `xlmr-ner tag`, as they are typed: `["--offline"]`.
        timeout: seconds without an answer after which the tagger is ended, and the task fails.

    Other columns go through as Arrow has them, so nothing of them changes. A tagger is started for each task
    slot and kept for the next task; each has the model in memory, outside of the JVM. Lazy, as Spark is.
    Raises a ValueError or TypeError at once for wrong columns and settings; a task fails with a TaggerError.
    """
    settings = Settings(Place(package, node), model, output, aggregation, tuple(options), timeout)
    schema = tagged_schema(df.schema, text, settings)
    at = df.columns.index(text)
    fields = schema.fields[len(df.columns) :]
    return df.mapInArrow(_batch_tagger(at, fields, settings), schema)


def _batch_tagger(
    at: int, fields: list[StructField], settings: Settings
) -> Callable[[Iterator[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    def run(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        with lend(settings.command(), settings.timeout) as tagger:
            pairs = ((batch, _texts(batch.column(at))) for batch in batches)
            for batch, answers in answered(tagger, pairs):
                columns = [*batch.columns, *added_arrays(answers, fields)]
                names = [*batch.schema.names, *(field.name for field in fields)]
                yield pa.RecordBatch.from_arrays(columns, names=names)

    return run


def _texts(column: Any) -> list[Text]:
    try:
        return column.to_pylist()
    except UnicodeDecodeError:  # Spark makes a string of any bytes that are cast to one
        values = column.cast(pa.binary()).to_pylist()
        return [None if value is None else value.decode(errors="replace") for value in values]
