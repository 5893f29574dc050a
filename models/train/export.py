# SPDX-License-Identifier: Apache-2.0
"""A trained checkpoint as a model folder, in the files that a hub has of one.

    python models/train/export.py --model work/model --vocabulary work/sentencepiece.bpe.model \\
      --out work/export

What the package ships is made of it by `xlmr-ner convert work/export --dtype q8 --out models/default`.
"""

import argparse
import pathlib
import shutil
import tempfile

from transformers import XLMRobertaTokenizer

from encoding import MAX_TOKENS


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--model", type=pathlib.Path, required=True)
    parser.add_argument("--vocabulary", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    options = parser.parse_args()

    options.out.mkdir(parents=True, exist_ok=True)
    for name in ("config.json", "model.safetensors"):
        shutil.copyfile(options.model / name, options.out / name)
    vocabulary = shutil.copyfile(options.vocabulary, options.out / "sentencepiece.bpe.model")
    tokenizer = XLMRobertaTokenizer(str(vocabulary), model_max_length=MAX_TOKENS)
    with tempfile.TemporaryDirectory() as folder:
        tokenizer.save_pretrained(folder)
        config = pathlib.Path(folder) / "tokenizer_config.json"
        shutil.copyfile(config, options.out / config.name)


if __name__ == "__main__":
    main()
