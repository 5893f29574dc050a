# SPDX-License-Identifier: Apache-2.0
"""Tags and label sets.

A tag is `O`, or a prefix and a type (`B-PER`), or a type alone (`PER`, as the Japanese model has it).
"""

from collections.abc import Iterable, Sequence

from finetuning.rows import Row, Span, Words

OUTSIDE = "O"
PREFIXES = frozenset("BIESLU")


def has_prefix(tag: str) -> bool:
    """Whether it is a prefix with a type: B-PER is, ORG-P is not."""
    return tag[:1] in PREFIXES and tag[1:2] == "-"


def inside(tag: str) -> str:
    """The tag of what goes on: I-PER for B-PER, itself for any other (run_ner.py, b_to_i_label)."""
    return f"I-{tag[2:]}" if tag.startswith("B-") else tag


def in_iob2(tags: Sequence[str]) -> tuple[str, ...]:
    """IOB1, as CoNLL-2003 was published, in IOB2; IOB2 and any other scheme as they are.

    in_iob2(["I-PER", "I-PER", "O", "I-LOC"])  # ("B-PER", "I-PER", "O", "B-LOC")
    """
    if any(tag != OUTSIDE and tag[:2] not in ("B-", "I-") for tag in tags):
        return tuple(tags)
    result: list[str] = []
    for tag, before in zip(tags, [OUTSIDE, *tags]):
        begins = tag.startswith("I-") and (before == OUTSIDE or before[2:] != tag[2:])
        result.append(f"B-{tag[2:]}" if begins else tag)
    return tuple(result)


def character_tags(length: int, spans: Sequence[Span]) -> list[str]:
    """An IOB2 tag for each of `length` characters, so that spans are compared by their ends."""
    tags = [OUTSIDE] * length
    for start, end, kind in spans:
        tags[start:end] = [f"B-{kind}", *[f"I-{kind}"] * (end - start - 1)]
    return tags


def labels_of(rows: Iterable[Row], prefixed: bool) -> set[str]:
    """The labels that rows need; of spans with `prefixed` B- and I-, else their types alone.

    Where a type has B- it has I-, too: its words may have several pieces.
    """
    found: set[str] = set()
    for row in rows:
        if isinstance(row, Words):
            found.update(row.tags)
        elif prefixed:
            found.update(f"B-{kind}" for _, _, kind in row.spans)
        else:
            found.update(kind for _, _, kind in row.spans)
    return found | {inside(label) for label in found} | {OUTSIDE}


def ordered(labels: set[str], known: Sequence[str], is_sorted: bool) -> list[str]:
    """Labels by their ids: `known` where those are enough; else sorted, or O and each type's B-, I-.

    The first is run_ner.py's order for labels that a data set does not order.
    """
    if labels <= set(known):
        return list(known)
    if is_sorted:
        return sorted(labels)
    rest = labels - {OUTSIDE}
    return [OUTSIDE, *sorted(rest, key=lambda tag: (tag[2:], tag) if has_prefix(tag) else (tag, tag))]
