#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# safetensors 0.8.0: safetensors.numpy.save stores another matrix for an array that is not C-contiguous.
#
# The shape is that of the array, the bytes are those of its memory in order: a transposed, a
# Fortran-ordered and a sliced matrix come back with their numbers in other places, without an error.
# 0.7.0 copied such arrays, so converters that hand over `weight.T` were right until they were updated.
# (numpy.ascontiguousarray before saving is right with both; safetensors.torch refuses such tensors.)
#
# Seen with Python 3.11 and numpy 2.4.6: 0.7.0 gives all back equal, 0.8.0 none but the contiguous one.
# Fails if that is no longer so. Needs python3 with venv, and pip's package index.
set -eu

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat > "$work/strides.py" <<'PYTHON'
import numpy as np
import safetensors
from safetensors.numpy import load, save

matrix = np.arange(12, dtype=np.float32).reshape(3, 4)
arrays = {
    "as it is": matrix,
    "transposed": matrix.T,
    "Fortran order": np.asfortranarray(matrix),
    "every other column": matrix[:, ::2],
}
results = []
for name, array in arrays.items():
    stored = load(save({"weight": array}))["weight"]
    assert stored.shape == array.shape
    results.append("same" if np.array_equal(stored, array) else "other")
    print(safetensors.__version__, name, results[-1], stored.tolist())
print(*results)
PYTHON

for version in 0.7.0 0.8.0; do
  python3 -m venv "$work/$version"
  "$work/$version/bin/pip" install --quiet --disable-pip-version-check "safetensors==$version" numpy==2.4.6
  "$work/$version/bin/python" "$work/strides.py" > "$work/$version.txt"
  cat "$work/$version.txt"
done
[ "$(tail -n 1 "$work/0.7.0.txt")" = "same same same same" ]
[ "$(tail -n 1 "$work/0.8.0.txt")" = "same other other other" ]
