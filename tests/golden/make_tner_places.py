# SPDX-License-Identifier: Apache-2.0
"""Makes tner_places.json: at which token of a text T-NER reads each word's label.

    pip download tner==0.2.4 --no-deps --no-binary :all:
    python tests/golden/make_tner_places.py tner-0.2.4.tar.gz      # transformers 4, torch

T-NER's own NERTokenizer is run, out of its archive, with the vocabulary of tests/golden/tiny. A case
is [words, separator, max_length, tokens of the text, places]: tokens and places count `<s>`, which is
0; a word that T-NER leaves out has no place.
"""

import json
import pathlib
import random
import sys
import tarfile

import transformers

from make_tiny import load_tokenizer

HERE = pathlib.Path(__file__).parent
SEED = 20261128
CASES = 400
WORDS = ["Angela", "Merkel", "besuchte", "im", "Juli", "Paris", ".", "München", "東京に", "住んで"]
ODD = ["", "", " ", "\u200b", "\u00ad", "New York", "e\u0301", "한국어", "U.N.", "▁", "👩‍🚀", "x" * 9]
IGNORED = -100


def tner_tokenizer(archive: str):
    with tarfile.open(archive) as tar:
        source = tar.extractfile("tner-0.2.4/tner/ner_tokenizer.py").read().decode("utf-8")
    names = {"__name__": "ner_tokenizer"}
    exec(compile(source, "tner/ner_tokenizer.py", "exec"), names)
    made = names["NERTokenizer"].__new__(names["NERTokenizer"])
    made.tokenizer = load_tokenizer()
    made.id2label, made.is_xlnet = {0: "O"}, False
    made.pad_ids = {"labels": IGNORED}
    made.prefix = made._NERTokenizer__sp_token_prefix()
    # T-NER finds them around "sent1", of which this vocabulary does not know the last character.
    made.sp_token_start, made.sp_token_end = {"input_ids": [0]}, {"input_ids": [2]}
    return made


def main() -> None:
    tokenizer = tner_tokenizer(sys.argv[1])
    choose = random.Random(SEED)
    cases = []
    for _ in range(CASES):
        pool = WORDS + ODD * choose.choice([0, 1, 1])
        words = [choose.choice(pool) for _ in range(choose.randint(1, 12))]
        separator = choose.choice([" ", " ", " ", ""])
        longest = choose.choice([128, 128, choose.randint(5, 30)])
        encoded = tokenizer.encode_plus(
            words,
            labels=[0] * len(words),
            max_length=longest,
            mask_by_padding_token=True,
            separator=separator,
        )
        places = [place for place, label in enumerate(encoded["labels"]) if label != IGNORED]
        cases.append([words, separator, longest, sum(encoded["attention_mask"]), places])
    versions = {"tner": "0.2.4", "transformers": transformers.__version__}
    text = json.dumps({"versions": versions, "cases": cases}, ensure_ascii=False)
    (HERE / "tner_places.json").write_text(text.replace("]], [[", "]],\n[[") + "\n")
    print(f"{len(cases)} cases, {len(text)} bytes")


if __name__ == "__main__":
    main()
