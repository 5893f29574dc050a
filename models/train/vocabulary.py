# SPDX-License-Identifier: Apache-2.0
"""Trains the model's own SentencePiece vocabulary (unigram, XLM-R's conventions).

    python models/train/vocabulary.py --out work/sentencepiece.bpe.model

The result is a function of the data and the options alone: the order of the lines comes from the
seed, and the number of threads is fixed, because sums of the E step depend on it.
"""

import argparse
import contextlib
import hashlib
import pathlib
import random
import tempfile

import sentencepiece

from data import (
    Sentence,
    add_data_argument,
    add_tiers_argument,
    languages_of,
    read_open_text,
    read_sentences,
)

# Languages written without spaces around names: a piece may otherwise span a name's boundary.
UNSPACED = ("ja", "ko", "th", "zh")
DELIMITER = "\ue000"
THREADS = 2


def mark_boundaries(sentence: Sentence) -> str:
    """Puts the delimiter, which no piece may cross, at both ends of every entity."""
    text = sentence.text
    cuts = sorted({at for start, end, _ in sentence.entities for at in (start, end)})
    for at in reversed(cuts):
        text = text[:at] + DELIMITER + text[at:]
    return text


def training_lines(
    data: pathlib.Path, tiers: tuple[str, ...], characters: int, seed: int
) -> list[str]:
    """At most `characters` code points a language: labelled text first, then open raw text."""
    sentences = list(read_sentences(data, "train", tiers))
    languages = languages_of(sentences)
    labelled: dict[str, list[str]] = {language: [] for language in languages}
    for sentence in sentences:
        marked = sentence.language in UNSPACED
        labelled[sentence.language].append(mark_boundaries(sentence) if marked else sentence.text)
    lines: list[str] = []
    for language in languages:
        order = random.Random(f"{seed} {language}")
        raw = list(read_open_text(data, language))
        order.shuffle(labelled[language])
        order.shuffle(raw)
        left = characters
        for line in labelled[language] + raw:
            if left <= 0:
                break
            lines.append(line)
            left -= len(line)
    return lines


def train(lines: list[str], pieces: int, out: pathlib.Path) -> None:
    """Trains on `lines` and writes the model file `out`."""
    # In the folder itself: the trainer writes its settings, file names among them, into the model
    # file, and these must not differ from run to run.
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        pathlib.Path("text").write_text(
            "".join(line + "\n" for line in lines), encoding="utf-8", newline="\n"
        )
        sentencepiece.SentencePieceTrainer.train(
            input="text",
            model_prefix="model",
            model_type="unigram",
            vocab_size=pieces,
            character_coverage=0.9997,
            normalization_rule_name="nmt_nfkc",
            add_dummy_prefix=True,
            unk_id=0,
            bos_id=1,
            eos_id=2,
            pad_id=-1,
            pretokenization_delimiter=DELIMITER,
            input_sentence_size=0,
            shuffle_input_sentence=False,
            num_threads=THREADS,
            minloglevel=1,
        )
        model = pathlib.Path("model.model").read_bytes()
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(model)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    add_data_argument(parser)
    add_tiers_argument(parser)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--pieces", type=int, default=40000)
    parser.add_argument("--characters", type=int, default=1_300_000, help="of each language")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    lines = training_lines(options.data, options.tiers, options.characters, options.seed)
    print(f"lines {len(lines)}  code points {sum(map(len, lines))}  seed {options.seed}")
    train(lines, options.pieces, options.out)
    model = options.out.read_bytes()
    print(f"bytes {len(model)}  sha256 {hashlib.sha256(model).hexdigest()}")


if __name__ == "__main__":
    main()
