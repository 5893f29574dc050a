# SPDX-License-Identifier: Apache-2.0
"""Makes the stand-ins of the five published systems.

    python models/train/standins/make.py --base work/model --out build/standins

Each gets a folder: the checkpoint in the four forms of forms.py, expected.json, and table.md, the
table of its training. For tests and demos on this machine only: the data's licences forbid more.
"""

import argparse
import json
import pathlib
import sys
import tempfile
import time

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1]))

import sentencepiece
import torch
from transformers import (
    AutoModelForTokenClassification,
    AutoTokenizer,
    PreTrainedModel,
    XLMRobertaConfig,
    XLMRobertaForTokenClassification,
)
from transformers.modelcard import make_markdown_table

import hebrew
from crf import ConditionalRandomField
from data import REPOSITORY, add_data_argument
from encoding import load_tokenizer
from expected import expected
from forms import save_forms, save_tokenizer
from rows import Row
from systems import SYSTEMS, System, training_row
from training import Example, argmax, cross_entropy, fine_tune

THREADS = 2
WINDOW = 256
LONGEST = 128
SEED = 42


def examples(system: System, rows: list[Row], vocabulary: pathlib.Path) -> list[Example]:
    """The rows in pieces, labelled as the system does it, cut to LONGEST."""
    tokenizer = load_tokenizer(vocabulary)
    ids = {label: number for number, label in enumerate(system.labels)}
    result = []
    for row in (training_row(system, row) for row in rows):
        encoded = tokenizer(
            row.text, return_offsets_mapping=True, add_special_tokens=False, verbose=False
        )
        cut = LONGEST - 2
        labels = system.align(row, encoded["offset_mapping"], ids)[:cut]
        result.append(
            Example(
                [0, *encoded["input_ids"][:cut], 2], [system.special, *labels, system.special]
            )
        )
    return result


def starting_model(
    system: System, base: PreTrainedModel, embeddings: torch.Tensor | None
) -> PreTrainedModel:
    """The base model's encoder under a new classifier."""
    config = XLMRobertaConfig.from_dict(
        {
            **base.config.to_dict(),
            "id2label": dict(enumerate(system.labels)),
            "label2id": {label: number for number, label in enumerate(system.labels)},
            "vocab_size": base.config.vocab_size if embeddings is None else len(embeddings),
        }
    )
    model = system.architecture(config)
    state = {name: value for name, value in base.state_dict().items() if "classifier" not in name}
    if embeddings is not None:
        state["roberta.embeddings.word_embeddings.weight"] = embeddings
    missing, _ = model.load_state_dict(state, strict=False)
    if any(not name.startswith("classifier") for name in missing):
        raise ValueError(f"expected all but the classifier in the base model, missing: {missing}")
    return model


def make(system: System, options: argparse.Namespace, out: pathlib.Path) -> None:
    torch.manual_seed(SEED)
    started = time.monotonic()
    out.mkdir(parents=True, exist_ok=True)
    base = XLMRobertaForTokenClassification.from_pretrained(options.base)
    train, dev = system.train(options.data), system.dev(options.data)
    vocabulary, embeddings = options.vocabulary, None
    with tempfile.TemporaryDirectory() as folder:
        scratch = pathlib.Path(folder)
        if system.own_vocabulary:
            vocabulary = scratch / "sentencepiece.bpe.model"
            texts = hebrew.read_text(options.data, train)
            hebrew.trim(options.data / "xlmr" / vocabulary.name, texts, vocabulary)
            embeddings = hebrew.starting_embeddings(
                texts,
                vocabulary,
                options.vocabulary,
                base.roberta.embeddings.word_embeddings.weight.detach(),
                SEED,
            )
        model = starting_model(system, base, embeddings)
        crf = ConditionalRandomField(system.labels) if system.crf else None
        print(f"{system.name}: {len(train)} rows, {len(dev)} held out", flush=True)
        history = fine_tune(
            model,
            crf,
            examples(system, train, vocabulary),
            examples(system, dev, vocabulary),
            system.labels,
            crf.loss if crf else cross_entropy,
            crf.best_path if crf else argmax,
            system.settings,
        )
        (out / "table.md").write_text(make_markdown_table(history) + "\n", "utf-8")
        if crf is not None:
            # As T-NER saves it: in the configuration, not among the weights.
            state = {name: value.tolist() for name, value in crf.state_dict().items()}
            model.config.update({"crf_state_dict": state})
        save_tokenizer(vocabulary, WINDOW, system.tokenizer_json, scratch / "tokenizer")
        save_forms(model, scratch / "tokenizer", out)
    folder = out / "safetensors"
    tokenizer = AutoTokenizer.from_pretrained(folder)
    pieces = sentencepiece.SentencePieceProcessor(
        model_file=str(folder / "sentencepiece.bpe.model")
    )
    reread = AutoModelForTokenClassification.from_pretrained(folder).eval()
    content = expected(system, reread, crf, tokenizer, pieces, dev)
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    (out / "expected.json").write_text(text + "\n", "utf-8")
    print(f"{system.name}: made in {time.monotonic() - started:.0f} s", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    add_data_argument(parser)
    parser.add_argument("--base", type=pathlib.Path, required=True, help="checkpoint in float32")
    parser.add_argument(
        "--vocabulary",
        type=pathlib.Path,
        default=REPOSITORY / "models" / "default" / "sentencepiece.bpe.model",
        help="of the base model (default: models/default's)",
    )
    parser.add_argument("--out", type=pathlib.Path, default=REPOSITORY / "build" / "standins")
    names = [system.name for system in SYSTEMS]
    parser.add_argument("--only", choices=names, nargs="+", default=names)
    options = parser.parse_args()
    torch.set_num_threads(THREADS)
    for system in SYSTEMS:
        if system.name in options.only:
            make(system, options, options.out / system.name)


if __name__ == "__main__":
    main()
