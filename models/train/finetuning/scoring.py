# SPDX-License-Identifier: Apache-2.0
"""Precision, recall, F1 and accuracy, by seqeval in its default mode, as run_ner.py has them."""

from collections.abc import Sequence

from seqeval.metrics import accuracy_score, f1_score, precision_score, recall_score

from finetuning.tags import OUTSIDE, has_prefix

Tags = list[list[str]]


def scores(gold: Tags, found: Tags) -> dict[str, float]:
    """The four, in the order of the cards' columns."""
    gold, found = in_runs(gold), in_runs(found)
    return {
        "precision": float(precision_score(gold, found, zero_division=0)),
        "recall": float(recall_score(gold, found, zero_division=0)),
        "f1": float(f1_score(gold, found, zero_division=0)),
        "accuracy": float(accuracy_score(gold, found)),
    }


def in_runs(sentences: Sequence[Sequence[str]]) -> Tags:
    """Labels without B- and I- as runs of one label; all others as they are.

    seqeval would take the first letter of ORG for `O`, and leave every organisation out. It would also
    split ORG-P at its hyphen.
    """
    return [[in_run(tag) for tag in tags] for tags in sentences]


def in_run(tag: str) -> str:
    return tag if tag == OUTSIDE or has_prefix(tag) else f"I-{tag}"
