# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from pyspark.sql.types import StructType

from .command import Place
from .pool import lend
from .rows import Text, answered
from .settings import Aggregation, Output, Settings
from .shapes import added_values, tagged_schema

if TYPE_CHECKING:
    import pandas as pd


def frame_tagger(
    schema: StructType,
    text: str = "text",
    *,
    model: str | None = None,
    output: Output = "entities",
    aggregation: Aggregation = "simple",
    package: str | None = None,
    node: str | None = None,
    options: Sequence[str] = (),
    timeout: float = 600,
) -> tuple[Callable[[Iterator[pd.DataFrame]], Iterator[pd.DataFrame]], StructType]:
    """What tag() does as a function for `mapInPandas`, and the schema of its result, to be a part of one's
    own:

        df.mapInPandas(*frame_tagger(df.schema))

    pandas changes other columns where it has no such values: timestamps before 1677 or after 2262 are an
    error.
    """
    settings = Settings(Place(package, node), model, output, aggregation, tuple(options), timeout)
    whole = tagged_schema(schema, text, settings)
    fields = whole.fields[len(schema.fields) :]

    def run(frames: Iterator[pd.DataFrame]) -> Iterator[pd.DataFrame]:
        with lend(settings.command(), settings.timeout) as tagger:
            pairs = ((frame, [_text(value) for value in frame[text]]) for frame in frames)
            for frame, answers in answered(tagger, pairs):
                columns = dict(zip((field.name for field in fields), added_values(answers, fields)))
                yield frame.assign(**{name: _series(values, frame) for name, values in columns.items()})

    return run, whole


def _series(values: list[Any], frame: pd.DataFrame) -> pd.Series[Any]:
    import pandas as pd

    return pd.Series(values, index=frame.index, dtype=object)


def _text(value: Any) -> Text:
    """pandas has None, nan or NA where Spark has null, and numpy's arrays for lists."""
    if isinstance(value, str):
        return value
    tolist = getattr(value, "tolist", None)
    if tolist is not None and not isinstance(value, float):
        return tolist()
    return value if isinstance(value, list) else None
