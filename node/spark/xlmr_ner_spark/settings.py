# SPDX-License-Identifier: Apache-2.0
"""What is asked of a tagger; it goes from the driver to the executors, so it is plain values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from pyspark import TaskContext

from .command import Place, shipped

Output = Literal["entities", "sparknlp"]
Aggregation = Literal["none", "simple", "first", "average", "max"]


@dataclass(frozen=True)
class Settings:
    """Raises a ValueError for what is no output or no aggregation."""

    place: Place
    model: str | None
    output: Output
    aggregation: Aggregation
    options: tuple[str, ...]
    timeout: float

    def __post_init__(self) -> None:
        for name, value, known in (
            ("output", self.output, get_args(Output)),
            ("aggregation", self.aggregation, get_args(Aggregation)),
        ):
            if value not in known:
                raise ValueError(f"{name}: expected {' or '.join(known)}, found {value!r}")
        if self.output == "sparknlp" and self.aggregation != "simple":
            raise ValueError(f"aggregation: expected none with output='sparknlp', found {self.aggregation!r}")

    def command(self) -> list[str]:
        """The tagger's whole command on this machine: as many threads as the task has cores."""
        form = ["--to", "sparknlp"]
        if self.output == "entities":
            form = ["--to", "jsonl", "--offsets", "codepoint", "--aggregation", self.aggregation]
        model = [] if self.model is None else ["--model", shipped(self.model) or self.model]
        task = TaskContext.get()
        threads = ["--threads", str(task.cpus() if task else 1)]
        named = ["tag", "--format", "jsonl", *form, *model, *threads]
        return [*self.place.command(), *named, *self.options]
