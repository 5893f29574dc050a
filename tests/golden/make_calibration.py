# SPDX-License-Identifier: Apache-2.0
"""Makes calibration.json: what scikit-learn's calibration_curve makes of scores, some on the edges of bins.

    pip install scikit-learn
    python tests/golden/make_calibration.py

`right` and `score` are calibration_curve's prob_true and prob_pred, which leave empty bins out; `counts` is
numpy's histogram of those bins, and `error` the sum of |right - score| over them, weighted by counts.
"""

import json
import pathlib
import random

import numpy
import sklearn
from sklearn.calibration import calibration_curve

HERE = pathlib.Path(__file__).parent
BINS = 10


def case(scores, right):
    prob_true, prob_pred = calibration_curve(right, scores, n_bins=BINS, strategy="uniform")
    edges = numpy.linspace(0, 1, BINS + 1)
    bins = numpy.searchsorted(edges[1:-1], scores)
    counts = numpy.bincount(bins, minlength=BINS)
    filled = counts[counts > 0]
    return {
        "scores": scores,
        "isRight": [bool(each) for each in right],
        "right": prob_true.tolist(),
        "score": prob_pred.tolist(),
        "counts": counts.tolist(),
        "error": float(numpy.sum(numpy.abs(prob_true - prob_pred) * filled) / len(scores)),
    }


def main():
    chance = random.Random(20261129)
    cases = [
        case([at / 10 for at in range(11)] * 2, [at % 3 > 0 for at in range(22)]),  # every edge
        case([0.95, 0.96, 0.99, 1.0], [True, True, True, True]),
    ]
    for size in (1, 30, 300):
        scores = [round(chance.betavariate(4, 1.5), 6) for _ in range(size)]
        cases.append(case(scores, [chance.random() < score * 0.9 for score in scores]))
    made = {"sklearn": sklearn.__version__, "numpy": numpy.__version__, "cases": cases}
    (HERE / "calibration.json").write_text(json.dumps(made) + "\n")


main()
