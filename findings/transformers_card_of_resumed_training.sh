#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# transformers 5.24.0 and 4.57.6: the model card of a resumed training has figures in the wrong columns.
#
# A Trainer keeps its log in trainer_state.json, whose members are sorted by name. After a resume the epochs from
# before have their figures in that order, and those from after in the order in which they were measured. The card's
# table takes its header from the first epoch and puts the figures of each below it as they come: here a validation
# loss stands in the column Accuracy. Without evaluations before the resume, or without a resume, the table is right.
#
# What runs are the steps that Trainer.train(resume_from_checkpoint=…) and create_model_card() take, without torch:
# the state is saved and loaded, and the table is made of its log.
#
# Seen with Python 3.11. Fails if that is no longer so. Needs python3 with venv, and pip's package index.
set -eu

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat > "$work/resumed.py" <<'PYTHON'
import sys

import transformers
from transformers.modelcard import make_markdown_table, parse_log_history
from transformers.trainer_callback import TrainerState


def epoch(number, loss, f1, accuracy):
    figures = {"eval_loss": loss, "eval_f1": f1, "eval_accuracy": accuracy}
    return {**figures, "epoch": number, "step": 10 * number}


state = TrainerState(log_history=[epoch(1, 0.5, 0.7, 0.9)])
state.save_to_json(sys.argv[1])
state = TrainerState.load_from_json(sys.argv[1])
state.log_history += [epoch(2, 0.4, 0.8, 0.95), {"train_runtime": 1.0, "train_loss": 0.3}]
_, lines, _ = parse_log_history(state.log_history)
print(transformers.__version__)
print(make_markdown_table(lines), end="")
PYTHON

for version in 4.57.6 5.24.0; do
  python3 -m venv "$work/$version"
  "$work/$version/bin/pip" install --quiet --disable-pip-version-check "transformers==$version"
  "$work/$version/bin/python" "$work/resumed.py" "$work/state.json" 2> "$work/errors.txt" || cat "$work/errors.txt"
done > "$work/out.txt"
cat "$work/out.txt"
for version in 4.57.6 5.24.0; do
  cat <<TEXT
$version
| Training Loss | Epoch | Step | Accuracy | F1  | Validation Loss |
|:-------------:|:-----:|:----:|:--------:|:---:|:---------------:|
| No log        | 1     | 10   | 0.9      | 0.7 | 0.5             |
| No log        | 2     | 20   | 0.4      | 0.8 | 0.95            |
TEXT
done > "$work/expected.txt"
diff "$work/expected.txt" "$work/out.txt"
