# SPDX-License-Identifier: Apache-2.0
"""Makes onnx_exports.json.gz: one small model as today's exporters and quantisers write it, and the
labels that ONNX Runtime in Python gives 60 texts with each.

    python tests/golden/make_onnx_exports.py --optimum PYTHON
        # torch, transformers 5, sentencepiece, onnx, onnxscript, onnxruntime
        # PYTHON is one with optimum-onnx, which needs transformers 4

`files` are the model's own, base64; `forms` has for each form its files, the labels of each text's
tokens (`<s>` and `</s>` left out), and which part of the products' weights the form stores in 8 bits
or fewer, counted here with the onnx package. The weights are random: a text is taken where no form is
in two minds about a token.
"""

import argparse
import base64
import gzip
import io
import json
import random
import subprocess
import tempfile
from importlib import metadata
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import sentencepiece
import torch
from onnxruntime.quantization import QuantFormat, QuantType, quantize_dynamic
from onnxruntime.quantization.matmul_nbits_quantizer import (
    DefaultWeightOnlyQuantConfig,
    MatMulNBitsQuantizer,
)
from transformers import XLMRobertaConfig, XLMRobertaForTokenClassification
from transformers.exporters.exporter_onnx import OnnxConfig, OnnxExporter

HERE = Path(__file__).parent
SEED = 20261128
LABELS = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC"]
TEXTS = 60
FIXED_TOKENS = 60
LEAST_GAP = 0.05
WORDS = """Angela Merkel besuchte im Juli Paris und Emma woont in Londen. My name is Sarah Ana Nuñez
Łódź München rend visite à Москва Иванов живёт תל אביב דוד कुमार दिल्ली 東京 大阪 田中""".split()


def train_vocabulary() -> bytes:
    choose = random.Random(SEED)
    lines = [" ".join(choose.choices(WORDS, k=6)) for _ in range(400)]
    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(lines),
        model_writer=model,
        vocab_size=150,
        hard_vocab_limit=False,
        character_coverage=1.0,
        model_type="unigram",
        normalization_rule_name="identity",
        num_threads=1,
        minloglevel=2,
    )
    return model.getvalue()


def make_model(pieces: int) -> XLMRobertaForTokenClassification:
    torch.manual_seed(SEED)
    config = XLMRobertaConfig(
        vocab_size=pieces + 2,
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=32,
        max_position_embeddings=66,
        type_vocab_size=1,
        initializer_range=0.6,
        layer_norm_eps=1e-5,
        id2label=dict(enumerate(LABELS)),
        label2id={label: i for i, label in enumerate(LABELS)},
    )
    model = XLMRobertaForTokenClassification(config).eval()
    model.config.architectures = ["XLMRobertaForTokenClassification"]
    return model


class Logits(torch.nn.Module):
    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, input_ids, attention_mask):
        return self.model(input_ids=input_ids, attention_mask=attention_mask).logits


def export_all(model, folder: Path, optimum: str) -> None:
    ids = torch.randint(4, model.config.vocab_size, (2, 9))
    inputs = {"input_ids": ids, "attention_mask": torch.ones_like(ids)}

    exported = OnnxExporter().export(model, dict(inputs), config=OnnxConfig(dynamic=True))
    exported.save_pretrained(folder / "transformers")
    # Its default: a graph for inputs of one shape.
    longest = torch.randint(4, model.config.vocab_size, (2, FIXED_TOKENS))
    fixed = {"input_ids": longest, "attention_mask": torch.ones_like(longest)}
    OnnxExporter().export(model, fixed, config=OnnxConfig()).save_pretrained(folder / "fixed_shape")
    fused = OnnxConfig(dynamic=True, ort_fusions="cpu")
    OnnxExporter().export(model, dict(inputs), config=fused).save_pretrained(folder / "fused")

    (folder / "dynamo").mkdir()
    axes = {0: torch.export.Dim.DYNAMIC, 1: torch.export.Dim.DYNAMIC}
    torch.onnx.export(
        Logits(model),
        (),
        str(folder / "dynamo/model.onnx"),
        # Another order, int32, and a name of the exporter's own for the output.
        kwargs={name: inputs[name].int() for name in ("attention_mask", "input_ids")},
        dynamic_shapes=dict.fromkeys(("attention_mask", "input_ids"), axes),
        dynamo=True,
        opset_version=20,
        external_data=True,
    )

    names = {0: "batch", 1: "tokens"}
    for name, is_folded in {"torchscript": True, "transposed": False}.items():
        (folder / name).mkdir()
        torch.onnx.export(
            Logits(model),
            (ids, torch.ones_like(ids)),
            str(folder / name / "model.onnx"),
            input_names=["input_ids", "attention_mask"],
            output_names=["logits"],
            dynamic_axes=dict.fromkeys(("input_ids", "attention_mask", "logits"), names),
            opset_version=17,
            dynamo=False,
            do_constant_folding=is_folded,
        )

    model.save_pretrained(folder / "pytorch")
    subprocess.run(
        [optimum, "-m", "optimum.exporters.onnx", "--model", str(folder / "pytorch")]
        + ["--task", "token-classification", str(folder / "optimum")],
        check=True,
    )

    # As files of more than 2 GB are written: optimum's name for one, and a file for each tensor.
    for name, options in {
        "one_file": {"location": "model.onnx_data"},
        "several_files": {"all_tensors_to_one_file": False},
    }.items():
        loaded = onnx.load(folder / "optimum/model.onnx")
        (folder / name / "onnx").mkdir(parents=True)
        onnx.save_model(
            loaded,
            str(folder / name / "onnx/model.onnx"),
            save_as_external_data=True,
            size_threshold=1024,
            **options,
        )


def forget_paths(file: Path) -> None:
    """Leaves out the lines of Python, with the exporting machine's paths, that each node is said to be of."""
    model = onnx.load(file, load_external_data=False)
    for part in (model, model.graph, *model.graph.node, *model.graph.initializer, *model.functions):
        del part.metadata_props[:]
    for values in (model.graph.input, model.graph.output, model.graph.value_info):
        for value in values:
            del value.metadata_props[:]
    file.write_bytes(model.SerializeToString())


def quantise_all(folder: Path) -> None:
    source = folder / "optimum/model.onnx"
    for name, options in {
        "int8": {"weight_type": QuantType.QInt8},
        "uint8": {"weight_type": QuantType.QUInt8},
        "per_channel": {"weight_type": QuantType.QInt8, "per_channel": True},
    }.items():
        (folder / name).mkdir()
        quantize_dynamic(source, folder / name / "model.onnx", **options)
    # Of weights that are transposed in the graph it quantises none, and says nothing.
    for name in ("transformers", "transposed"):
        (folder / f"int8_of_{name}").mkdir()
        quantize_dynamic(
            folder / name / "model.onnx",
            folder / f"int8_of_{name}/model.onnx",
            weight_type=QuantType.QInt8,
        )
    axes = (("MatMul", 0), ("Gather", 1))
    for name, options in {
        "q4": {"bits": 4},
        "q2": {"bits": 2},
        "q4_gather": {"bits": 4, "op_types_to_quantize": ("MatMul", "Gather"), "quant_axes": axes},
        "q4_qdq": {"bits": 4, "is_symmetric": False, "quant_format": QuantFormat.QDQ},
    }.items():
        (folder / name).mkdir()
        config = DefaultWeightOnlyQuantConfig(**({"block_size": 16, "is_symmetric": True} | options))
        quantizer = MatMulNBitsQuantizer(onnx.load(source), algo_config=config)
        quantizer.process()
        quantizer.model.save_model_to_file(str(folder / name / "model.onnx"), False)


def quantised_share(file: Path) -> float:
    """Of the parameters of matrices that products take, those in 8 bits or fewer."""
    graph = onnx.load(file, load_external_data=False).graph
    tensors = {tensor.name: tensor for tensor in graph.initializer}
    makers = {}
    for node in graph.node:
        makers.update(dict.fromkeys(node.output, node))
        if node.op_type == "Constant":
            value = next((a.t for a in node.attribute if a.name == "value"), None)
            if value is not None:
                tensors[node.output[0]] = value
    small = {onnx.TensorProto.DataType.Value(f"{sign}INT{bits}") for sign in ("", "U") for bits in (2, 4, 8)}
    seen, total, few = set(), 0, 0
    for node in graph.node:
        if "MatMul" not in node.op_type and "Gemm" not in node.op_type:
            continue
        weights = [node.input[1]] if node.op_type == "MatMulNBits" else node.input[:2]
        for weight in weights:
            name = weight
            while name not in tensors and name in makers:
                maker = makers[name]
                if maker.op_type not in ("Transpose", "Cast", "Identity", "Reshape", "DequantizeLinear"):
                    break
                name = maker.input[0]
            if name not in tensors or len(tensors[name].dims) < 2 or name in seen:
                continue
            seen.add(name)
            count = int(np.prod(tensors[name].dims))
            if node.op_type == "MatMulNBits":
                sizes = {a.name: a.i for a in node.attribute}
                count = sizes["K"] * sizes["N"]
            total += count
            few += count if tensors[name].data_type in small else 0
    return few / total


def read(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): base64.b64encode(path.read_bytes()).decode()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        and (".onnx" in path.name or path.parent.name == "onnx" or path.name == "export.json")
    }


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--optimum", required=True)
    optimum = arguments.parse_args().optimum
    vocabulary = train_vocabulary()
    pieces = sentencepiece.SentencePieceProcessor(model_proto=vocabulary)
    model = make_model(pieces.get_piece_size())
    choose = random.Random(SEED)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        export_all(model, folder, optimum)
        quantise_all(folder)
        unused = ("pytorch", "transposed")
        forms = [path.name for path in sorted(folder.iterdir()) if path.name not in unused]
        sessions = {}
        for form in forms:
            (file,) = folder.glob(f"{form}/**/model.onnx")
            forget_paths(file)
            sessions[form] = onnxruntime.InferenceSession(str(file), providers=["CPUExecutionProvider"])
        texts, labels = [], {form: [] for form in forms}
        while len(texts) < TEXTS:
            text = " ".join(choose.choices(WORDS, k=choose.randint(1, 9)))
            # XLM-R's ids are those of SentencePiece and one, with four special tokens of its own.
            ids = [0, *(piece + 1 if piece else 3 for piece in pieces.encode(text)), 2]
            if len(ids) > FIXED_TOKENS:
                continue
            found = {}
            for form, session in sessions.items():
                feeds = {}
                for put in session.get_inputs():
                    kind = np.int32 if put.type == "tensor(int32)" else np.int64
                    rows, length = put.shape
                    size = (rows, length) if form == "fixed_shape" else (1, len(ids))
                    is_ids = put.name == "input_ids"
                    feeds[put.name] = np.full(size, int(is_ids), kind)  # padding, which is masked
                    feeds[put.name][0, : len(ids)] = ids if is_ids else 1
                logits = session.run(None, feeds)[0][0, 1 : len(ids) - 1]
                best = np.sort(logits, axis=1)
                if np.min(best[:, -1] - best[:, -2]) < LEAST_GAP:
                    break
                found[form] = [LABELS[i] for i in logits.argmax(axis=1)]
            if len(found) < len(forms):
                continue
            texts.append(text)
            for form in forms:
                labels[form].append(found[form])
        (config,) = folder.glob("pytorch/config.json")
        document = {
            "versions": {
                name: metadata.version(name)
                for name in ("torch", "transformers", "onnx", "onnxscript", "onnxruntime", "sentencepiece")
            },
            "files": {
                "config.json": base64.b64encode(config.read_bytes()).decode(),
                "sentencepiece.bpe.model": base64.b64encode(vocabulary).decode(),
            },
            "texts": texts,
            "forms": {
                form: {
                    "files": read(folder / form),
                    "quantised": quantised_share(next(folder.glob(f"{form}/**/model.onnx"))),
                    "labels": labels[form],
                }
                for form in forms
            },
        }
        asked = subprocess.run(
            [
                optimum,
                "-c",
                "from importlib.metadata import version as v; print(v('optimum-onnx'), v('transformers'))",
            ],
            check=True,
            capture_output=True,
            text=True,
        ).stdout.split()
        document["versions"] |= {"optimum-onnx": asked[0], "its transformers": asked[1]}
    for form, each in document["forms"].items():
        sizes = {name: len(base64.b64decode(data)) for name, data in each["files"].items()}
        kinds = sum(label != "O" for row in each["labels"] for label in row)
        print(f"{form:22} {each['quantised']:.3f} {kinds:4} {sizes}")
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    (HERE / "onnx_exports.json.gz").write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    print((HERE / "onnx_exports.json.gz").stat().st_size, "bytes")


if __name__ == "__main__":
    main()
