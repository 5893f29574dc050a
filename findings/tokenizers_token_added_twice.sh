#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# tokenizers 0.22.2: a token that is added twice is found elsewhere once the tokenizer was saved and loaded.
#
# A special token is looked for before or after normalisation, as its `normalized` says. Where it is added
# again with another `normalized`, 0.22.2 goes on looking where the first said, but saves what the second
# said: after to_str and from_str, the same text has other ids. transformers 4 adds tokens again when
# tokenizer.json and tokenizer_config.json differ. 0.23.3 looks where the last said at once, so the same
# files have other ids in the two versions.
#
# Seen with Python 3.11. Fails if that is no longer so. Needs python3 with venv, and pip's package index.
set -eu

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat > "$work/twice.py" <<'PYTHON'
import tokenizers
from tokenizers import AddedToken, Tokenizer, models, normalizers

tokenizer = Tokenizer(models.Unigram([("<unk>", 0.0), ("d", -1.0)], unk_id=0))
tokenizer.normalizer = normalizers.Lowercase()
tokenizer.add_tokens([AddedToken("<D>", special=True, normalized=False)])
tokenizer.add_tokens([AddedToken("<D>", special=True, normalized=True)])
loaded = Tokenizer.from_str(tokenizer.to_str())
for name, each in (("made", tokenizer), ("loaded", loaded)):
    print(tokenizers.__version__, name, [each.encode(text).ids for text in ("<D>", "<d>")])
PYTHON

for version in 0.22.2 0.23.3; do
  python3 -m venv "$work/$version"
  "$work/$version/bin/pip" install --quiet --disable-pip-version-check "tokenizers==$version"
  "$work/$version/bin/python" "$work/twice.py" >> "$work/out.txt"
done
cat "$work/out.txt"
cat > "$work/expected.txt" <<'TEXT'
0.22.2 made [[2], [0, 1, 0]]
0.22.2 loaded [[2], [2]]
0.23.3 made [[2], [2]]
0.23.3 loaded [[2], [2]]
TEXT
diff "$work/expected.txt" "$work/out.txt"
