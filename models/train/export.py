# SPDX-License-Identifier: Apache-2.0
"""Makes the model folder: a checkpoint as int8 ONNX, with its vocabulary and configuration.

    python models/train/export.py --model work/model --vocabulary work/sentencepiece.bpe.model \
        --out models/default

Weights of matrix products become int8 with a scale for each column (activations are quantised
while the graph runs), the word embeddings int8 with a scale for each row. Only plain ONNX
operators are used, so that every runtime has them.
"""

import argparse
import hashlib
import pathlib
import shutil
import tempfile

import numpy
import onnx
import torch
from onnx import helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from transformers import XLMRobertaForTokenClassification, XLMRobertaTokenizer

from encoding import END, MAX_TOKENS, START

OPSET = 17


class Logits(torch.nn.Module):
    """The model with the graph's two inputs and one output."""

    def __init__(self, model: XLMRobertaForTokenClassification) -> None:
        super().__init__()
        self.model = model

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
        return self.model(input_ids=input_ids, attention_mask=attention_mask).logits


def export_float(folder: pathlib.Path, path: pathlib.Path) -> None:
    """Writes the checkpoint in `folder` as a float32 graph."""
    model = XLMRobertaForTokenClassification.from_pretrained(folder, attn_implementation="eager")
    example = torch.tensor([[START, 5, 6, 7, END], [START, 8, 9, 10, END]])
    axes = {0: "batch", 1: "sequence"}
    torch.onnx.export(
        Logits(model.eval()),
        (example, torch.ones_like(example)),
        str(path),
        input_names=["input_ids", "attention_mask"],
        output_names=["logits"],
        dynamic_axes={name: axes for name in ("input_ids", "attention_mask", "logits")},
        opset_version=OPSET,
        dynamo=False,
    )


def quantize_embeddings(graph: onnx.GraphProto, rows: int) -> None:
    """Replaces the word embeddings' Gather by int8 rows times a float scale for each row."""
    tables = {tensor.name: tensor for tensor in graph.initializer}
    found = [
        (index, node)
        for index, node in enumerate(graph.node)
        if node.op_type == "Gather"
        and node.input[0] in tables
        and tables[node.input[0]].dims[0] == rows
    ]
    if len(found) != 1:
        raise ValueError(f"expected one Gather from a table of {rows} rows, found {len(found)}")
    index, gather = found[0]
    table = tables[gather.input[0]]
    values = numpy_helper.to_array(table)
    scales = numpy.maximum(numpy.abs(values).max(axis=1, keepdims=True), 1e-8) / 127
    whole = numpy.clip(numpy.rint(values / scales), -127, 127).astype(numpy.int8)
    ids, output = gather.input[1], gather.output[0]
    nodes = [
        helper.make_node("Gather", ["embeddings_int8", ids], ["embeddings_rows"], axis=0),
        helper.make_node("Gather", ["embeddings_scale", ids], ["embeddings_scales"], axis=0),
        helper.make_node(
            "Cast", ["embeddings_rows"], ["embeddings_float"], to=onnx.TensorProto.FLOAT
        ),
        helper.make_node("Mul", ["embeddings_float", "embeddings_scales"], [output]),
    ]
    graph.initializer.remove(table)
    graph.initializer.append(numpy_helper.from_array(whole, "embeddings_int8"))
    graph.initializer.append(
        numpy_helper.from_array(scales.astype(numpy.float32), "embeddings_scale")
    )
    del graph.node[index]
    for offset, node in enumerate(nodes):
        graph.node.insert(index + offset, node)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--model", type=pathlib.Path, required=True)
    parser.add_argument("--vocabulary", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    options = parser.parse_args()

    weights = options.out / "onnx" / "model_quantized.onnx"
    weights.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        export_float(options.model, folder / "float.onnx")
        quantize_dynamic(
            folder / "float.onnx",
            folder / "int8.onnx",
            op_types_to_quantize=["MatMul", "Gemm"],
            per_channel=True,
            weight_type=QuantType.QInt8,
        )
        model = onnx.load(folder / "int8.onnx")
        vocabulary = shutil.copyfile(options.vocabulary, options.out / "sentencepiece.bpe.model")
        tokenizer = XLMRobertaTokenizer(str(vocabulary), model_max_length=MAX_TOKENS)
        quantize_embeddings(model.graph, len(tokenizer))
        onnx.checker.check_model(model)
        onnx.save(model, weights)
        tokenizer.save_pretrained(folder)
        shutil.copyfile(folder / "tokenizer_config.json", options.out / "tokenizer_config.json")
    shutil.copyfile(options.model / "config.json", options.out / "config.json")

    total = 0
    for path in (weights, vocabulary):
        data = path.read_bytes()
        total += len(data)
        print(f"{path.name} {len(data)} bytes sha256 {hashlib.sha256(data).hexdigest()}")
    print(f"together {total} bytes")


if __name__ == "__main__":
    main()
