#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# transformers 5.24.0: XLMRobertaTokenizerFast(vocab_file=...) reads no file, and gives a tokenizer of five pieces.
#
# The class documents `vocab_file` (path to the vocabulary file), which is how a SentencePiece model was
# opened with 4.57.6. In 5.24.0 the argument is taken and not used: the vocabulary has <s>, <pad>, </s>,
# <unk> and <mask>, so each run of words is one <unk>. Nothing is raised or warned of. tokenize() hides it,
# since it shows an unknown word as it was written. Only from_pretrained() on the file's folder reads it.
#
# Seen with Python 3.11. Fails if that is no longer so. Needs python3 with venv, and pip's package index.
set -eu

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat > "$work/train.py" <<'PYTHON'
import sys

import sentencepiece

words = "emma noah sara lives works in london paris berlin madrid and likes rain snow sun tea".split()
lines = [f"{a} {b} {c}" for a in words for b in words for c in words[:5]]
sentencepiece.SentencePieceTrainer.train(
    sentence_iterator=iter(lines),
    model_prefix=f"{sys.argv[1]}/sentencepiece.bpe",
    vocab_size=36,
    minloglevel=2,
)
PYTHON

cat > "$work/open.py" <<'PYTHON'
import sys
import warnings

import transformers

with warnings.catch_warnings(record=True) as warned:
    warnings.simplefilter("always")
    file = f"{sys.argv[1]}/sentencepiece.bpe.model"
    tokenizer = transformers.XLMRobertaTokenizerFast(vocab_file=file)
    ids = tokenizer("emma lives in london")["input_ids"]
    pieces = tokenizer.tokenize("emma lives in london")
about_file = [w for w in warned if "vocab" in str(w.message)]
unknown = ids.count(tokenizer.unk_token_id)
print(transformers.__version__, "pieces", len(tokenizer), "unknown", unknown, "warnings", len(about_file))
print(transformers.__version__, "tokenize", pieces)
PYTHON

for version in 4.57.6 5.24.0; do
  python3 -m venv "$work/$version"
  "$work/$version/bin/pip" install --quiet --disable-pip-version-check "transformers==$version" \
    sentencepiece==0.2.3 protobuf==7.36.2
  [ -e "$work/sentencepiece.bpe.model" ] || "$work/$version/bin/python" "$work/train.py" "$work"
  "$work/$version/bin/python" "$work/open.py" "$work" 2> /dev/null >> "$work/out.txt"
done
cat "$work/out.txt"
cat > "$work/expected.txt" <<'TEXT'
4.57.6 pieces 38 unknown 0 warnings 0
4.57.6 tokenize ['▁emma', '▁lives', '▁', 'i', 'n', '▁l', 'on', 'd', 'on']
5.24.0 pieces 5 unknown 4 warnings 0
5.24.0 tokenize ['▁emma', '▁lives', '▁in', '▁london']
TEXT
diff "$work/expected.txt" "$work/out.txt"
