#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# scikit-learn 1.9.1: classification_report prints its counts as floats where no prediction is right.
#
# The column "support" has whole numbers, 1 and 2, as soon as one prediction is right. Where none is, the same
# column has 1.0 and 2.0. Who reads the printed report by its columns, as
# model cards of NER are read, or compares it byte for byte, meets this with a small or a bad model.
#
# Seen with Python 3.11. Fails if that is no longer so. Needs python3 with venv, and pip's package index.
set -eu

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check scikit-learn==1.9.1

cat > "$work/report.py" <<'PYTHON'
from importlib.metadata import version
from sklearn.metrics import classification_report

print(version("scikit-learn"))
for found in (["I-PER", "O"], ["I-PER", "I-PER"]):
    gold = ["O", "I-PER"]
    text = classification_report(gold, found, zero_division=0)
    supports = [line.split()[-1] for line in text.splitlines()[1:] if line.strip()]
    print(found, supports)
PYTHON
"$work/venv/bin/python" "$work/report.py" > "$work/out.txt"
cat "$work/out.txt"
cat > "$work/expected.txt" <<'TEXT'
1.9.1
['I-PER', 'O'] ['1.0', '1.0', '2.0', '2.0', '2.0']
['I-PER', 'I-PER'] ['1', '1', '2', '2', '2']
TEXT
diff "$work/expected.txt" "$work/out.txt"
