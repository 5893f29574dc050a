# SPDX-License-Identifier: Apache-2.0
"""The recipes of the five systems: labels, alignment and hyper-parameters.

Sources: the model cards (learning rate, batch, epochs, seed, columns of their tables); T-NER's
released runs (tner 0.2.4); the notebook that the Japanese card links; and for what a card does not
say, the defaults of the Trainer and of run_ner.py in transformers.
"""

from dataclasses import dataclass

BASE = "FacebookAI/xlm-roberta-base"
LARGE = "FacebookAI/xlm-roberta-large"

_TYPES = ("PER", "ORG", "LOC", "MISC")
_CONLL = ("O", *(f"{prefix}-{kind}" for kind in _TYPES for prefix in "BI"))
_FOUR = ("precision", "recall", "f1", "accuracy")

STOCKMARK = {
    "人名": "PER",
    "法人名": "ORG",
    "政治的組織名": "ORG-P",
    "その他の組織名": "ORG-O",
    "地名": "LOC",
    "施設名": "INS",
    "製品名": "PRD",
    "イベント名": "EVT",
}


@dataclass(frozen=True)
class Recipe:
    """How a system was made.

    `labels` are its ids in order, used where the data has no others; `align` is how labels are put
    on pieces (alignment.py); `labels_specials`: whether `<s>` and `</s>` are trained as O; `metrics`
    are the columns of the card's table; `keeps_best`: the epoch of the best F1 instead of the last.
    """

    base: str
    labels: tuple[str, ...]
    align: str
    rate: float
    batch: int
    epochs: float
    metrics: tuple[str, ...] = _FOUR
    sorted_labels: bool = False
    labels_specials: bool = False
    crf: bool = False
    decay: float = 0.0
    clip: float = 1.0
    max_length: int = 512
    seed: int = 42
    keeps_best: bool = False


RECIPES = {
    "tner": Recipe(
        base=BASE,
        labels=(),
        align="all",
        rate=1e-5,
        batch=32,
        epochs=15,
        crf=True,
        decay=1e-7,
        clip=10.0,
        max_length=128,
        keeps_best=True,
    ),
    "tsmatz": Recipe(
        base=BASE,
        labels=("O", *STOCKMARK.values()),
        align="characters",
        rate=5e-5,
        batch=12,
        epochs=5,
        metrics=("f1",),
        labels_specials=True,
    ),
    "wikiann": Recipe(base=BASE, labels=_CONLL[:7], align="first", rate=2e-5, batch=3, epochs=100),
    "conll03": Recipe(base=BASE, labels=_CONLL, align="first", rate=5e-5, batch=8, epochs=3),
    "conll02": Recipe(
        base=LARGE,
        labels=tuple(sorted(_CONLL)),
        align="first",
        rate=5e-5,
        batch=8,
        epochs=3,
        sorted_labels=True,
    ),
}
