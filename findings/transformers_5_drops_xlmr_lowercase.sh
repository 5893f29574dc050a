#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# transformers 5.24.0: an uncased XLM-R tokenizer is not uncased any more, and saving it makes that last.
#
# XLMRobertaTokenizer takes a tokenizer.json's vocabulary, charsmap and tokens, and builds its own
# normaliser and pre-tokenizer. A Lowercase (or Strip, or Replace) of the file is dropped without a word,
# so a capital letter becomes <unk>. save_pretrained then writes a tokenizer.json without it. transformers
# 4.57.6 keeps the file's pipeline; 5.24.0 does with `tokenizer_class` TokenizersBackend, which somebody
# has to write into tokenizer_config.json by hand.
#
# Seen with Python 3.11. Fails if that is no longer so. Needs python3 with venv, and pip's package index.
set -eu

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat > "$work/uncased.py" <<'PYTHON'
import json
import pathlib
import sys

import transformers
from tokenizers import Tokenizer, normalizers, pre_tokenizers, processors
from tokenizers.models import Unigram

work = pathlib.Path(sys.argv[1])
vocabulary = ["<s>", "<pad>", "</s>", "<unk>", "▁", "▁emma", "▁woont", "▁in", "▁london", "<mask>"]
made = Tokenizer(Unigram([(piece, -float(i)) for i, piece in enumerate(vocabulary)], unk_id=3))
made.normalizer = normalizers.Lowercase()
made.pre_tokenizer = pre_tokenizers.Metaspace()
made.post_processor = processors.TemplateProcessing(
    single="<s> $A </s>", special_tokens=[("<s>", 0), ("</s>", 2)]
)


def ids(folder):
    tokenizer = transformers.AutoTokenizer.from_pretrained(str(folder))
    return tokenizer, tokenizer("Emma woont in London")["input_ids"]


def write(folder, tokenizer_class):
    folder.mkdir()
    made.save(str(folder / "tokenizer.json"))
    (folder / "tokenizer_config.json").write_text(json.dumps({"tokenizer_class": tokenizer_class}))
    (folder / "config.json").write_text('{"model_type": "xlm-roberta"}')
    return folder


tokenizer, found = ids(write(work / f"own{transformers.__version__}", "XLMRobertaTokenizer"))
print(transformers.__version__, "XLMRobertaTokenizer", found)
tokenizer.save_pretrained(str(work / f"saved{transformers.__version__}"))
saved = json.loads((work / f"saved{transformers.__version__}/tokenizer.json").read_text())
print(transformers.__version__, "saved normalizer", saved["normalizer"])
if transformers.__version__ >= "5":
    print(transformers.__version__, "TokenizersBackend", ids(write(work / "kept", "TokenizersBackend"))[1])
PYTHON

for version in 4.57.6 5.24.0; do
  python3 -m venv "$work/$version"
  "$work/$version/bin/pip" install --quiet --disable-pip-version-check "transformers==$version"
  "$work/$version/bin/python" "$work/uncased.py" "$work" 2> /dev/null >> "$work/out.txt"
done
cat "$work/out.txt"
cat > "$work/expected.txt" <<'TEXT'
4.57.6 XLMRobertaTokenizer [0, 5, 6, 7, 8, 2]
4.57.6 saved normalizer {'type': 'Lowercase'}
5.24.0 XLMRobertaTokenizer [0, 4, 3, 6, 7, 4, 3, 2]
5.24.0 saved normalizer None
5.24.0 TokenizersBackend [0, 5, 6, 7, 8, 2]
TEXT
diff "$work/expected.txt" "$work/out.txt"
