# SPDX-License-Identifier: Apache-2.0
"""Figures of a model on the dev files of the tiers, by the Python path: the best sequence of labels that
BIO allows, as the shipped path decodes.

    python models/train/evaluate.py --vocabulary work/sentencepiece.bpe.model --model work/export
"""

import argparse
import json
import pathlib
import random
import time
from collections import defaultdict

from transformers import XLMRobertaForTokenClassification

from data import Sentence, add_data_argument, add_tiers_argument, read_sentences
from decoding import best_sequence
from encoding import load_tokenizer
from prediction import Forward, predict
from scoring import count


def torch_forward(folder: pathlib.Path) -> Forward:
    """The checkpoint in float32."""
    model = XLMRobertaForTokenClassification.from_pretrained(folder).eval()
    return lambda ids, mask: model(ids, mask).logits


def limited(sentences: list[Sentence], limit: int) -> list[Sentence]:
    """At most `limit` sentences of each language and source, the same in every run."""
    if not limit:
        return sentences
    by_source: dict[tuple[str, str], list[Sentence]] = defaultdict(list)
    for sentence in sentences:
        by_source[sentence.language, sentence.source].append(sentence)
    return [
        sentence
        for group in by_source.values()
        for sentence in random.Random(1).sample(group, min(limit, len(group)))
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    add_data_argument(parser)
    add_tiers_argument(parser)
    parser.add_argument("--vocabulary", type=pathlib.Path, required=True)
    parser.add_argument("--model", type=pathlib.Path, required=True, help="folder of a checkpoint")
    parser.add_argument("--limit", type=int, default=0, help="sentences of each source; 0 is all")
    parser.add_argument("--json", type=pathlib.Path, help="also write the counts to this file")
    options = parser.parse_args()

    forward = torch_forward(options.model)
    tokenizer = load_tokenizer(options.vocabulary)
    sentences = limited(list(read_sentences(options.data, "dev", options.tiers)), options.limit)
    started = time.monotonic()
    predictions = predict(
        forward, tokenizer, [sentence.text for sentence in sentences], best_sequence
    )
    seconds = time.monotonic() - started
    table = count(sentences, predictions)
    print(f"{'':34s} {'sents':>6s} {'gold':>6s} {'prec':>6s} {'rec':>6s} {'F1':>6s}")
    for key in sorted(table):
        row = table[key]
        print(
            f"{' '.join(key):34s} {row.sentences:6d} {row.gold:6d} "
            f"{row.precision:6.4f} {row.recall:6.4f} {row.f1:6.4f}"
        )
    print(f"{len(sentences)} sentences in {seconds:.0f} s")
    if options.json:
        rows = {" ".join(key): vars(row) for key, row in sorted(table.items())}
        options.json.write_text(json.dumps(rows, indent=1) + "\n")


if __name__ == "__main__":
    main()
