# SPDX-License-Identifier: Apache-2.0
"""Makes external_forms.json.gz: one small model as safetensors, and as the ONNX files that optimum and
onnxruntime make of it with their weights in files beside them, by the names that transformers.js has.

    python tests/golden/make_external_forms.py
        # optimum-onnx, onnxruntime, onnx, torch, transformers 4, sentencepiece

`files` are the model's own, base64; `forms` has for each file of `onnx/` what made it and its files;
`texts` have the labels of their tokens (`<s>` and `</s>` left out) by torch, with the safetensors. The
model is trained for a moment, so that each form gives these labels by ONNX Runtime in Python, which is
checked here.
"""

import base64
import gzip
import io
import json
import os
import random
import tempfile
from importlib import metadata
from pathlib import Path

os.environ["FORCE_ONNX_EXTERNAL_DATA"] = "1"  # as for models of more than 2 GB

import numpy as np
import onnx
import onnxruntime
import sentencepiece
import torch
from onnx.external_data_helper import set_external_data
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.matmul_bnb4_quantizer import MatMulBnb4Quantizer
from onnxruntime.quantization.matmul_nbits_quantizer import (
    DefaultWeightOnlyQuantConfig,
    MatMulNBitsQuantizer,
)
from onnxruntime.transformers.float16 import convert_float_to_float16
from onnxruntime.transformers.onnx_model import OnnxModel
from optimum.exporters.onnx import main_export
from optimum.onnxruntime import ORTQuantizer
from optimum.onnxruntime.configuration import AutoQuantizationConfig
from transformers import XLMRobertaConfig, XLMRobertaForTokenClassification, XLMRobertaTokenizerFast

HERE = Path(__file__).parent
SEED = 20261129
LABELS = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC"]
TEXTS = 24
FP4 = 0
PEOPLE = "Angela Emma Sarah Ana Иванов דוד 田中".split()
FAMILIES = "Merkel Nuñez Kowalska".split()
PLACES = "Paris Londen Łódź München Москва दिल्ली 東京 大阪".split()
OTHERS = "besuchte im Juli und woont in My name is rend visite à живёт".split()


def draw(choose: random.Random) -> list[tuple[str, str]]:
    """Words, each with the label of its first token; those of a family follow a person."""
    words = []
    for _ in range(choose.randint(1, 5)):
        kind = choose.random()
        if kind < 0.25:
            words.append((choose.choice(PEOPLE), "PER"))
            if choose.random() < 0.5:
                words.append((choose.choice(FAMILIES), "I-PER"))
        elif kind < 0.5:
            words.append((choose.choice(PLACES), "LOC"))
        else:
            words.append((choose.choice(OTHERS), "O"))
    return words


def train_vocabulary() -> bytes:
    choose = random.Random(SEED)
    words = [*PEOPLE, *FAMILIES, *PLACES, *OTHERS]
    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter([" ".join(choose.choices(words, k=6)) for _ in range(400)]),
        model_writer=model,
        vocab_size=120,
        hard_vocab_limit=False,
        character_coverage=1.0,
        model_type="unigram",
        normalization_rule_name="identity",
        num_threads=1,
        minloglevel=2,
    )
    return model.getvalue()


def encode(pieces, words) -> tuple[list[int], list[int]]:
    """Ids and labels of a text's tokens. XLM-R's ids are those of SentencePiece and one."""
    ids, labels = [0], [0]
    for word, kind in words:
        for i, piece in enumerate(pieces.encode(word)):
            name = kind if kind in ("O", "I-PER") else f"{'I' if i else 'B'}-{kind}"
            ids.append(piece + 1 if piece else 3)
            labels.append(LABELS.index(name))
    return [*ids, 2], [*labels, 0]


def train_model(pieces) -> XLMRobertaForTokenClassification:
    torch.manual_seed(SEED)
    choose = random.Random(SEED)
    config = XLMRobertaConfig(
        vocab_size=pieces.get_piece_size() + 2,
        hidden_size=32,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=64,
        max_position_embeddings=66,
        type_vocab_size=1,
        hidden_dropout_prob=0.0,
        attention_probs_dropout_prob=0.0,
        initializer_range=0.2,
        layer_norm_eps=1e-5,
        id2label=dict(enumerate(LABELS)),
        label2id={label: i for i, label in enumerate(LABELS)},
    )
    model = XLMRobertaForTokenClassification(config)
    optimizer = torch.optim.AdamW(model.parameters(), lr=3e-3)
    for _ in range(300):
        rows = [encode(pieces, draw(choose)) for _ in range(16)]
        longest = max(len(ids) for ids, _ in rows)
        ids = torch.tensor([row + [1] * (longest - len(row)) for row, _ in rows])
        labels = torch.tensor([row + [-100] * (longest - len(row)) for _, row in rows])
        loss = model(input_ids=ids, attention_mask=(ids != 1).long(), labels=labels).loss
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    print("loss", float(loss))
    return model.eval()


def save(model: onnx.ModelProto, file: Path) -> None:
    """By onnxruntime, with the weights beside it; its name for them is `NAME.onnx.data`."""
    OnnxModel(model).save(model, str(file), save_as_external_data=True)


def export_all(folder: Path, onnx_folder: Path) -> dict[str, str]:
    """What made each file."""
    exported = folder.parent / "exported"
    main_export(str(folder), exported, task="token-classification")
    source = exported / "model.onnx"
    assert (exported / "model.onnx_data").exists()
    load = lambda: onnx.load(str(source))  # noqa: E731
    made = {}

    # optimum's own quantiser.
    ORTQuantizer.from_pretrained(exported, file_name="model.onnx").quantize(
        AutoQuantizationConfig.avx2(is_static=False),
        save_dir=exported / "q8",
        use_external_data_format=True,
    )
    for path in (exported / "q8").glob("model_quantized.onnx*"):
        path.rename(onnx_folder / path.name)
    made["model_quantized"] = "optimum.onnxruntime.ORTQuantizer"

    # In several files, as what is larger than 2 GB is published for browsers.
    model = load()
    tensors = [t for t in model.graph.initializer if len(t.raw_data) >= 1024]
    for i, tensor in enumerate(tensors):
        part = i * 3 // len(tensors)
        set_external_data(tensor, "model.onnx_data" + (f"_{part}" if part else ""))
    onnx.save_model(model, str(onnx_folder / "model.onnx"))
    made["model"] = "optimum.exporters.onnx, in three files by onnx.external_data_helper"

    onnx.save_model(
        convert_float_to_float16(load(), keep_io_types=True),
        str(onnx_folder / "model_fp16.onnx"),
        save_as_external_data=True,
        location="model_fp16.onnx_data",
    )
    made["model_fp16"] = "onnxruntime.transformers.float16"

    for name, kind in {"int8": QuantType.QInt8, "uint8": QuantType.QUInt8}.items():
        file = onnx_folder / f"model_{name}.onnx"
        quantize_dynamic(source, file, weight_type=kind, use_external_data_format=True)
        made[file.stem] = "onnxruntime.quantization.quantize_dynamic"

    config = DefaultWeightOnlyQuantConfig(block_size=16, is_symmetric=True)
    for name in ("q4", "q4f16"):
        quantizer = MatMulNBitsQuantizer(load(), algo_config=config)
        quantizer.process()
        file = onnx_folder / f"model_{name}.onnx"
        if name == "q4":
            quantizer.model.save_model_to_file(str(file), True)
        else:
            save(convert_float_to_float16(quantizer.model.model, keep_io_types=True), file)
        made[file.stem] = "onnxruntime.quantization.matmul_nbits_quantizer"

    quantizer = MatMulBnb4Quantizer(load(), FP4, 16)
    quantizer.process()
    quantizer.model.save_model_to_file(str(onnx_folder / "model_bnb4.onnx"), True)
    made["model_bnb4"] = "onnxruntime.quantization.matmul_bnb4_quantizer"
    return made


def encoded(path: Path) -> str:
    return base64.b64encode(path.read_bytes()).decode()


def main() -> None:
    vocabulary = train_vocabulary()
    pieces = sentencepiece.SentencePieceProcessor(model_proto=vocabulary)
    model = train_model(pieces)
    choose = random.Random(SEED + 1)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "model"
        onnx_folder = Path(temporary) / "onnx"
        folder.mkdir()
        onnx_folder.mkdir()
        (folder / "sentencepiece.bpe.model").write_bytes(vocabulary)
        model.save_pretrained(folder)
        XLMRobertaTokenizerFast(
            vocab_file=str(folder / "sentencepiece.bpe.model"), model_max_length=64
        ).save_pretrained(folder)
        made = export_all(folder, onnx_folder)
        sessions = {
            name: onnxruntime.InferenceSession(
                str(onnx_folder / f"{name}.onnx"), providers=["CPUExecutionProvider"]
            )
            for name in made
        }
        texts, labels = [], []
        refused = dict.fromkeys(made, 0)
        while len(texts) < TEXTS:
            words = draw(choose)
            text = " ".join(word for word, _ in words)
            ids, _ = encode(pieces, words)
            with torch.no_grad():
                logits = model(input_ids=torch.tensor([ids])).logits[0, 1:-1].numpy()
            best = logits.argmax(axis=1)
            feeds = {
                "input_ids": np.array([ids], np.int64),
                "attention_mask": np.ones((1, len(ids)), np.int64),
            }
            others = {
                name: session.run(None, feeds)[0][0, 1:-1].argmax(axis=1)
                for name, session in sessions.items()
            }
            wrong = [name for name, found in others.items() if (found != best).any()]
            for name in wrong:
                refused[name] += 1
            if wrong or text in texts or not best.any():
                continue
            texts.append(text)
            labels.append([LABELS[i] for i in best])
        print("texts left out for a form that is in two minds", refused)
        document = {
            "versions": {
                name: metadata.version(name)
                for name in (
                    "optimum-onnx",
                    "optimum",
                    "onnxruntime",
                    "onnx",
                    "torch",
                    "transformers",
                    "sentencepiece",
                )
            },
            "files": {
                name: encoded(folder / name)
                for name in (
                    "config.json",
                    "model.safetensors",
                    "sentencepiece.bpe.model",
                    "tokenizer.json",
                    "tokenizer_config.json",
                )
            },
            "forms": {
                name: {
                    "by": by,
                    "files": {
                        f"onnx/{path.name}": encoded(path)
                        for path in sorted(onnx_folder.glob(f"{name}.onnx*"))
                    },
                }
                for name, by in made.items()
            },
            "texts": texts,
            "labels": labels,
        }
    for name, each in document["forms"].items():
        print(name, {file: len(base64.b64decode(data)) for file, data in each["files"].items()})
        assert len(each["files"]) > 1, name
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    (HERE / "external_forms.json.gz").write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    print((HERE / "external_forms.json.gz").stat().st_size, "bytes")


if __name__ == "__main__":
    main()
