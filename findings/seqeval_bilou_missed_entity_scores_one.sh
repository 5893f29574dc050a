#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# seqeval 1.2.2: in BILOU, a model that misses every other entity may have an F1 of 1.
#
# The default mode has no rule for L- and U-: what begins with B- before L- ends where the type changes. Of
# entities of one type that stand side by side only the last is counted, in both columns, so one that was
# missed before it does not count either. conlleval and nervaluate have other rules. Strict mode with
# scheme=BILOU counts all of them; strict mode without a scheme is the default mode in f1_score.
#
# Seen with Python 3.11. Fails if that is no longer so. Needs python3 with venv, and pip's package index.
set -eu

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check seqeval==1.2.2

cat > "$work/bilou.py" <<'PYTHON'
from importlib.metadata import version
from seqeval.metrics import f1_score
from seqeval.scheme import BILOU

gold = [["B-PER", "L-PER", "B-PER", "L-PER", "O"]]
found = [["O", "O", "B-PER", "L-PER", "O"]]
print(version("seqeval"))
print("default", float(f1_score(gold, found)))
print("strict without a scheme", float(f1_score(gold, found, mode="strict")))
print("strict", round(float(f1_score(gold, found, mode="strict", scheme=BILOU)), 4))
PYTHON
"$work/venv/bin/python" "$work/bilou.py" > "$work/out.txt"
cat "$work/out.txt"
cat > "$work/expected.txt" <<'TEXT'
1.2.2
default 1.0
strict without a scheme 1.0
strict 0.6667
TEXT
diff "$work/expected.txt" "$work/out.txt"
