# SPDX-License-Identifier: Apache-2.0
"""Hugging Face's Rust tokenizers on one thread, as contender.mjs has it.

    python contender_rust.py TEXTS.json TOKENIZER.json     races
    python contender_rust.py --convert MODEL OUT.json      makes the tokenizer.json, by transformers

A round is the time of encode_batch, after `lists` with the time to turn what it gives into Python
lists of ids, tokens, offsets, word ids and masks, which is what a caller sees.
"""

import json
import os
import sys
import time

os.environ["TOKENIZERS_PARALLELISM"] = "false"
os.environ["RAYON_NUM_THREADS"] = "1"


def resident_bytes() -> int:
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGESIZE")


def convert(model: str, out: str) -> None:
    from transformers import XLMRobertaTokenizerFast

    tokenizer = XLMRobertaTokenizerFast(vocab_file=model).backend_tokenizer
    # Version 5 has another name for it, takes this one all the same, and knows five pieces.
    if tokenizer.get_vocab_size() < 1000:
        raise SystemExit("--convert: expected transformers 4, which reads the file, found another")
    tokenizer.save(out)


def race(texts_file: str, tokenizer_file: str) -> None:
    from tokenizers import Tokenizer

    def say(**values):
        print(json.dumps(values), flush=True)

    with open(texts_file) as file:
        texts = json.load(file)
    memory = resident_bytes()
    start = time.perf_counter()
    tokenizer = Tokenizer.from_file(tokenizer_file)
    say(ms=1000 * (time.perf_counter() - start), bytes=resident_bytes() - memory)
    for line in sys.stdin:
        start = time.perf_counter()
        encodings = tokenizer.encode_batch(texts)
        if line.strip() == "lists":
            for e in encodings:
                _ = (e.ids, e.tokens, e.offsets, e.word_ids, e.special_tokens_mask)
        end = time.perf_counter()
        tokens = sum(len(e) for e in encodings)
        say(ms=1000 * (end - start), tokens=tokens)


if __name__ == "__main__":
    if sys.argv[1] == "--convert":
        convert(*sys.argv[2:])
    else:
        race(*sys.argv[1:])
