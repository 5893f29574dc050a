# SPDX-License-Identifier: Apache-2.0
"""Both files of a run, and the labels that they need in the order of their ids."""

from collections.abc import Sequence
from dataclasses import dataclass

from finetuning.corpus import Reading, read_corpus, read_label_ids, renamed, types_of
from finetuning.errors import UsageError
from finetuning.options import Options
from finetuning.recipes import STOCKMARK
from finetuning.rows import Row, Words
from finetuning.tags import OUTSIDE, labels_of, ordered


@dataclass(frozen=True)
class Corpora:
    """`labels[i]` is the label of id i; `mapping` are the other names that types were given."""

    train: list[Row]
    dev: list[Row]
    labels: tuple[str, ...]
    mapping: dict[str, str]


def read_corpora(options: Options) -> Corpora:
    """Raises a DataError with file and line, and a UsageError where an option is not for such files."""
    ids = None if options.label2id is None else read_label_ids(options.label2id)
    reading = Reading(encoding=options.encoding, points=options.points, ids=ids)
    parts = [read_corpus(path, reading) for path in (options.train, options.dev)]
    mapping = options.mapping
    if mapping is None:
        # Stockmark's types have Japanese names; the system's labels are these.
        mapping = STOCKMARK if types_of([*parts[0], *parts[1]]) & set(STOCKMARK) else {}
    train, dev = (renamed(rows, mapping) for rows in parts)
    rows = [*train, *dev]
    check_alignment(rows, options.recipe.align)
    labels = labels_in_order(rows, options, None if ids is None else [ids[at] for at in range(len(ids))])
    if options.recipe.crf:
        check_crf(labels)
    return Corpora(train, dev, tuple(labels), dict(mapping))


def check_alignment(rows: Sequence[Row], align: str) -> None:
    """Words have first pieces, texts have characters."""
    has_words = {isinstance(row, Words) for row in rows}
    for is_words, wanted in ((False, "first"), (True, "characters")):
        if align == wanted and is_words in has_words:
            place = next(row.place for row in rows if isinstance(row, Words) == is_words)
            found = "words" if is_words else "a text with spans"
            others = "first or all" if is_words else "characters or all"
            raise UsageError(f"--align {align}: expected --align {others} for {found}, as {place} has it")


def labels_in_order(rows: Sequence[Row], options: Options, given: list[str] | None) -> list[str]:
    recipe = options.recipe
    needed = labels_of(rows, prefixed=recipe.align != "characters")
    if needed == {OUTSIDE}:
        raise UsageError(f"{options.train}: expected an entity, found none in {len(rows)} rows")
    if given is not None:
        missing = needed - set(given)
        # As T-NER does: an I- that no word of the data has may still be a piece's.
        added = {label for label in missing if label.startswith("I-")}
        if missing != added:
            raise UsageError(
                f"--label2id {options.label2id}: expected all labels of the data, found none of "
                f"{', '.join(sorted(missing - added))}"
            )
        return [*given, *sorted(added)]
    return ordered(needed, recipe.labels, recipe.sorted_labels)


def check_crf(labels: Sequence[str]) -> None:
    others = [label for label in labels if label != OUTSIDE and label[:2] not in ("B-", "I-")]
    if others:
        raise UsageError(f"--crf: expected the labels O, B-… and I-…, found {others[0]}")
