# SPDX-License-Identifier: Apache-2.0
"""What can go wrong, in sentences that say what was expected, what was found, and where."""


class FinetuneError(Exception):
    """A failure that is explained to the user; finetune.py ends with exit status 1."""


class UsageError(FinetuneError):
    """Options that do not go together; exit status 2, as argparse has it."""


class DataError(FinetuneError):
    """A file that is not what it should be.

    str(DataError("train.conll:7", "2 columns or more", "1"))
    # "train.conll:7: expected 2 columns or more, found 1"
    """

    def __init__(self, place: str, expected: str, found: str) -> None:
        super().__init__(f"{place}: expected {expected}, found {found}")
        self.place = place


class CommandError(FinetuneError):
    """xlmr-ner is not there, or it failed; the checkpoint that it was to read is whole."""


LONGEST_SHOWN = 60


def shown(value: object) -> str:
    """A value for a message, cut where it is long."""
    text = repr(value)
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"
