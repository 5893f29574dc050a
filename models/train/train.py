# SPDX-License-Identifier: Apache-2.0
"""Trains the default model on the CPU, for a number of tokens. The defaults are what it was made with.

    python models/train/train.py --vocabulary work/sentencepiece.bpe.model \
        --embeddings work/embeddings.npy --out work/model

Writes, `--rows` times in the run, the averaged weights (`model.safetensors`, float32), config.json
and `history.json`, the table of the run so far.
"""

import argparse
import copy
import json
import math
import pathlib
import random
import time
from collections import defaultdict

import numpy
import torch
from transformers import XLMRobertaForTokenClassification, XLMRobertaTokenizerFast

from batches import BatchStream, Row, collate
from data import Sentence, add_data_argument, add_tiers_argument, read_sentences
from dropout import use_byte_dropout
from encoding import IGNORED, encode, load_tokenizer
from model import OUTSIDE, OUTSIDE_OR_MISC, make_config, make_model, token_loss
from prediction import predict
from scoring import count

THREADS = 2


def dev_sample(data: pathlib.Path, tiers: tuple[str, ...], each: int) -> list[Sentence]:
    """The same `each` dev sentences of every source and language in every run."""
    by_source: dict[tuple[str, str], list[Sentence]] = defaultdict(list)
    for sentence in read_sentences(data, "dev", tiers):
        by_source[sentence.language, sentence.source].append(sentence)
    chosen = []
    for sentences in by_source.values():
        chosen += random.Random(0).sample(sentences, min(each, len(sentences)))
    return chosen


def validate(
    model: XLMRobertaForTokenClassification,
    tokenizer: XLMRobertaTokenizerFast,
    sentences: list[Sentence],
) -> dict[str, float]:
    """Loss, accuracy over pieces, and the entity figures on `sentences`."""
    model.eval()
    rows = sorted(
        (
            Row(ids, labels, [sentence.labels_misc] * len(ids))
            for sentence, (ids, labels) in zip(sentences, encode(tokenizer, sentences))
            if ids
        ),
        key=lambda row: len(row.ids),
    )
    loss = right = total = 0.0
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        for begin in range(0, len(rows), 64):
            batch = collate(rows[begin : begin + 64])
            logits = model(batch.input_ids, batch.attention_mask).logits
            scored = batch.labels != IGNORED
            number = int(scored.sum())
            loss += number * token_loss(logits, batch.labels, batch.labels_misc, 0.0).item()
            best, gold = logits.argmax(dim=-1), batch.labels
            hidden_misc = torch.isin(best, torch.tensor(OUTSIDE_OR_MISC)) & (gold == OUTSIDE)
            right += ((best == gold) | (hidden_misc & ~batch.labels_misc))[scored].sum().item()
            total += number
        predictions = predict(
            lambda ids, mask: model(ids, mask).logits,
            tokenizer,
            [sentence.text for sentence in sentences],
        )
    counts = count(sentences, predictions)
    human, machine = counts[("human",)], counts[("wikiann",)]
    return {
        "validation_loss": loss / total,
        "accuracy": right / total,
        "precision": human.precision,
        "recall": human.recall,
        "f1": human.f1,
        "wikiann_f1": machine.f1,
    }


def learning_rate(done: float, peak: float, warm_up: float) -> float:
    """Linear warm-up, then a half cosine to zero; `done` is the share of the budget used."""
    if done < warm_up:
        return peak * done / warm_up
    return peak * 0.5 * (1 + math.cos(math.pi * min(1.0, (done - warm_up) / (1 - warm_up))))


def parameter_groups(model: torch.nn.Module, decay: float) -> list[dict]:
    """Weight decay for matrices only."""
    matrices = [p for p in model.parameters() if p.dim() > 1]
    others = [p for p in model.parameters() if p.dim() <= 1]
    return [
        {"params": matrices, "weight_decay": decay},
        {"params": others, "weight_decay": 0.0},
    ]


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    add_data_argument(parser)
    add_tiers_argument(parser)
    parser.add_argument("--vocabulary", type=pathlib.Path, required=True)
    parser.add_argument("--embeddings", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--tokens", type=float, default=46e6, help="the run's budget")
    parser.add_argument("--rows", type=int, default=10, help="of the table, and checkpoints")
    parser.add_argument("--batch-tokens", type=int, default=3072)
    parser.add_argument("--hidden", type=int, default=256)
    parser.add_argument("--layers", type=int, default=4)
    parser.add_argument("--heads", type=int, default=8)
    parser.add_argument("--feed-forward", type=int, default=768)
    parser.add_argument("--dropout", type=float, default=0.08)
    parser.add_argument("--learning-rate", type=float, default=8e-4)
    parser.add_argument("--warm-up", type=float, default=0.04)
    parser.add_argument("--weight-decay", type=float, default=0.01)
    parser.add_argument("--smoothing", type=float, default=0.03)
    parser.add_argument("--averaging", type=float, default=0.998)
    parser.add_argument("--dev-each", type=int, default=70, help="dev sentences of each source")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def main() -> None:
    options = parse_arguments()
    print(json.dumps({key: str(value) for key, value in vars(options).items()}), flush=True)
    torch.set_num_threads(THREADS)
    torch.manual_seed(options.seed)
    tokenizer = load_tokenizer(options.vocabulary)
    config = make_config(
        len(tokenizer),
        options.hidden,
        options.layers,
        options.heads,
        options.feed_forward,
        options.dropout,
    )
    model = make_model(config, torch.from_numpy(numpy.load(options.embeddings))).train()
    use_byte_dropout(model)
    averaged = copy.deepcopy(model).eval()
    weights, averages = list(model.parameters()), list(averaged.parameters())
    print("parameters", sum(weight.numel() for weight in weights), flush=True)
    optimizer = torch.optim.AdamW(
        parameter_groups(model, options.weight_decay), betas=(0.9, 0.98), fused=True
    )
    sample = dev_sample(options.data, options.tiers, options.dev_each)
    stream = BatchStream(
        list(read_sentences(options.data, "train", options.tiers)),
        tokenizer,
        options.batch_tokens,
        options.seed,
    )

    history: list[dict[str, float]] = []
    started, tokens, step, done = time.monotonic(), 0, 0, 0.0
    loss_sum, loss_steps = 0.0, 0
    for batch in stream:
        rate = learning_rate(done, options.learning_rate, options.warm_up)
        for group in optimizer.param_groups:
            group["lr"] = rate
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits = model(batch.input_ids, batch.attention_mask).logits
        loss = token_loss(logits, batch.labels, batch.labels_misc, options.smoothing)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(weights, 1.0)
        optimizer.step()
        optimizer.zero_grad()
        step += 1
        tokens += batch.tokens
        minutes = (time.monotonic() - started) / 60
        done = tokens / options.tokens
        with torch.no_grad():
            keep = min(options.averaging, (1 + step) / (10 + step))
            torch._foreach_lerp_(averages, weights, 1 - keep)
        loss_sum += loss.item()
        loss_steps += 1
        if step % 100 == 0:
            speed = tokens / minutes / 60
            print(f"step {step} tokens {tokens} loss {loss_sum / loss_steps:.4f} "
                  f"rate {rate:.2e} tokens/s {speed:.0f}", flush=True)  # fmt: skip
        if done * options.rows >= len(history) + 1:
            history.append(
                {
                    "row": len(history) + 1,
                    "step": step,
                    "tokens": tokens,
                    "minutes": minutes,
                    "training_loss": loss_sum / loss_steps,
                    **validate(averaged, tokenizer, sample),
                }
            )
            loss_sum, loss_steps = 0.0, 0
            averaged.save_pretrained(options.out)
            (options.out / "history.json").write_text(json.dumps(history, indent=1) + "\n")
            print({key: round(value, 4) for key, value in history[-1].items()}, flush=True)
        if done >= 1:
            break


if __name__ == "__main__":
    main()
