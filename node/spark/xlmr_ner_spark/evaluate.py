# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
from pyspark.sql import DataFrame
from pyspark.sql import functions as F

from .command import Place
from .errors import TaggerError
from .runs import Runs

_SCHEMA = "gold array<string>, predicted array<string>, count bigint, sentences bigint"
_MOST_RUNS = 50_000
_MOST_CHARACTERS = 2**28
"""Of the columns that the command reads (node/cli/eval_source.ts)."""


def evaluate(
    df: DataFrame,
    gold: str = "gold",
    predicted: str = "tags",
    *,
    package: str | None = None,
    node: str | None = None,
) -> Evaluation:
    """Compares two columns of tags, array<string>, over the whole cluster.

        tagged = tag(df, "tokens")                       # adds tags
        print(evaluate(tagged, "gold").report("seqeval"))

    Each partition counts for itself, and the counts are added; the driver, which needs the package, too,
    makes the reports of them. A row without either is left out. The job fails for a row with one of them
    alone, or with other numbers of tags. Raises a ValueError for a column that is not there.
    """
    for name in (gold, predicted):
        if name not in df.columns:
            raise ValueError(f"expected a column {name!r}, found {', '.join(df.columns)}")
    counts = df.select(df[gold], df[predicted]).mapInArrow(_count, _SCHEMA)
    summed = counts.groupBy("gold", "predicted").agg(F.sum("count"), F.sum("sentences"))
    runs = Runs()
    for run_gold, run_predicted, count, sentences in summed.collect():
        runs.sentences += sentences
        if run_gold:
            runs.runs[tuple(run_gold), tuple(run_predicted)] += count
        else:
            runs.outside += count
    return Evaluation(runs, Place(package, node))


@dataclass(frozen=True)
class Evaluation:
    """What was counted, and the package that makes reports of it."""

    runs: Runs
    place: Place

    def report(self, name: str = "entities", options: Sequence[str] = ()) -> str:
        """A report's text, as `xlmr-ner eval --report NAME` prints it of all rows together.

        Raises a ValueError for `sparknlp`, whose entities go on from one sentence to the next, for intervals,
        which draw sentences, and for more tokens than the command reads (some 40 million); a TaggerError with
        the command's message for all else that it refuses.
        """
        return self._run(name, options)

    def figures(self, name: str = "entities", options: Sequence[str] = ()) -> dict[str, Any]:
        """The same as figures, without the list of sentences with the most faults, which are not known."""
        figures = json.loads(self._run(name, [*options, "--json"]))
        figures.pop("faulty", None)
        return figures

    def _run(self, name: str, options: Sequence[str]) -> str:
        if name == "sparknlp" or "--intervals" in options:
            raise ValueError(
                f"expected a report that does not depend on the order of sentences, found {name}"
            )
        if not self.runs.sentences:
            raise ValueError("expected rows with tags, found none")
        if self.runs.size > _MOST_CHARACTERS:
            raise ValueError(f"expected tags of {_MOST_CHARACTERS} characters, found {self.runs.size}")
        command = [*self.place.command(), "eval", "-", "--report", name, *options]
        columns = "".join(self.runs.columns())
        done = subprocess.run(command, input=columns, capture_output=True, encoding="utf-8", check=False)
        if done.returncode != 0:
            raise TaggerError(f"{name}: {done.stderr.strip()}")
        return done.stdout


def _count(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    runs = Runs()
    for batch in batches:
        for gold, predicted in zip(batch.column(0).to_pylist(), batch.column(1).to_pylist()):
            if gold is None and predicted is None:
                continue
            if gold is None or predicted is None:
                raise ValueError(f"expected tags in both columns, found {gold!r} and {predicted!r}")
            runs.add(gold, predicted)
        if len(runs.runs) > _MOST_RUNS:
            yield _batch(runs)
            runs = Runs()
    yield _batch(runs)


def _batch(runs: Runs) -> pa.RecordBatch:
    """A row for each run, and one for what is outside of them."""
    strings = pa.list_(pa.string())
    return pa.RecordBatch.from_arrays(
        [
            pa.array([*(gold for gold, _ in runs.runs), []], type=strings),
            pa.array([*(predicted for _, predicted in runs.runs), []], type=strings),
            pa.array([*runs.runs.values(), runs.outside], type=pa.int64()),
            pa.array([*(0 for _ in runs.runs), runs.sentences], type=pa.int64()),
        ],
        names=["gold", "predicted", "count", "sentences"],
    )
