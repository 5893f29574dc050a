#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# onnxruntime 1.32.0: quantize_dynamic leaves a MatMul's weight in float32 unless it is an initializer.
#
# Where the same weight is the value of a Constant, or goes through Transpose, Cast, Identity or Reshape
# first, as exporters without constant folding write it, the MatMul stays in float32. The one line that
# is logged, advice to pre-process, comes with every model, and no exception or count tells which weights
# were left. After quant_pre_process, which folds constants, all are quantised.
#
# Seen with Python 3.11. Fails if that is no longer so. Needs python3 with venv, and pip's package index.
set -eu

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  onnxruntime==1.32.0 onnx==1.23.2 numpy==2.4.6

cat > "$work/quantise.py" <<'PYTHON'
import logging
import sys

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process

work = sys.argv[1]
logging.disable(logging.WARNING)
weight = np.random.default_rng(0).standard_normal((64, 32)).astype(np.float32)
tensor = numpy_helper.from_array


def model(nodes, initializers):
    graph = helper.make_graph(
        [*nodes, helper.make_node("MatMul", ["x", "w"], ["y"], name="product")],
        "graph",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, ["n", 64])],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, ["n", 32])],
        initializers,
    )
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 21)], ir_version=10)
    onnx.checker.check_model(made, full_check=True)
    return made


forms = {
    "initializer": model([], [tensor(weight, "w")]),
    "Constant": model([helper.make_node("Constant", [], ["w"], value=tensor(weight, "v"))], []),
    "Transpose": model(
        [helper.make_node("Transpose", ["s"], ["w"], perm=[1, 0])],
        [tensor(np.ascontiguousarray(weight.T), "s")],
    ),
    "Cast": model(
        [helper.make_node("Cast", ["s"], ["w"], to=TensorProto.FLOAT)],
        [tensor(weight.astype(np.float16), "s")],
    ),
    "Identity": model([helper.make_node("Identity", ["s"], ["w"])], [tensor(weight, "s")]),
    "Reshape": model(
        [helper.make_node("Reshape", ["s", "shape"], ["w"])],
        [tensor(weight.ravel(), "s"), tensor(np.array([64, 32]), "shape")],
    ),
}
for name, each in forms.items():
    onnx.save(each, f"{work}/float.onnx")
    quant_pre_process(f"{work}/float.onnx", f"{work}/folded.onnx", skip_symbolic_shape=True)
    found = []
    for source in ("float", "folded"):
        quantize_dynamic(f"{work}/{source}.onnx", f"{work}/int8.onnx", weight_type=QuantType.QInt8)
        operators = {node.op_type for node in onnx.load(f"{work}/int8.onnx").graph.node}
        found.append("int8" if "MatMulInteger" in operators else "float32")
    print(f"{name}: {found[0]}, pre-processed {found[1]}")
PYTHON

"$work/venv/bin/python" "$work/quantise.py" "$work" > "$work/out.txt"
cat "$work/out.txt"
cat > "$work/expected.txt" <<'TEXT'
initializer: int8, pre-processed int8
Constant: float32, pre-processed int8
Transpose: float32, pre-processed int8
Cast: float32, pre-processed int8
Identity: float32, pre-processed int8
Reshape: float32, pre-processed int8
TEXT
diff "$work/expected.txt" "$work/out.txt"
