# SPDX-License-Identifier: Apache-2.0
"""Makes tokenizer_folders_4.json.gz or tokenizer_folders_5.json.gz, by the version of transformers
that runs it: what AutoTokenizer makes of random folders of an XLM-R model.

    python tests/golden/make_tokenizer_folders.py     # transformers, tokenizers, sentencepiece

The folders have the vocabulary of tests/golden/tiny, alone or in a tokenizer.json, with every way to
name special and added tokens: in it, in tokenizer_config.json, in the older special_tokens_map.json
and added_tokens.json. One is {fields, files, texts, rows}: `fields` are those of the tokenizer.json
that differ from tests/js/converted_tokenizer.js, or null for a vocabulary alone; `files` the others;
a row is [ids, offsets, words] of a text. The versions are in the file.
"""

import gzip
import io
import json
import pathlib
import random
import shutil
import subprocess
import tempfile

import tokenizers
import transformers
from transformers import AutoTokenizer

HERE = pathlib.Path(__file__).parent
VOCABULARY = HERE / "tiny/sentencepiece.bpe.model"
MAJOR = transformers.__version__.split(".")[0]
SEED = 20261128
FOLDERS = 250
TEXTS = 8

NAMES = ["bos_token", "eos_token", "unk_token", "sep_token", "pad_token", "cls_token"]
SPECIALS = ["<s>", "</s>", "<unk>", "</s>", "<pad>", "<s>"]
WORDS = """Emma woont in Londen London  New York İstanbul ẞ Łódź 東京 <mask> <mask> </s> <s> <date> <x>
x<x>x DATE Date <ent1> <ENT1> ▁ a\u0301 <unk> <pad> ab abc . , \u3000 \u00a0""".split(" ")
SPACES = [" "] * 8 + ["", "", "  ", "\t", "\u3000"]


def converted_tokenizer():
    script = (
        "const { convertedTokenizer } = await import(process.argv[1]);"
        "const { readFileSync } = await import('node:fs');"
        "process.stdout.write(convertedTokenizer(readFileSync(process.argv[2])));"
    )
    twin = HERE.parent / "js/converted_tokenizer.js"
    command = ["node", "--input-type=module", "-e", script, str(twin), str(VOCABULARY)]
    return json.loads(subprocess.run(command, capture_output=True, check=True).stdout)


class Maker:
    """Draws one folder."""

    def __init__(self, choose, converted):
        self.choose = choose
        self.converted = converted
        self.pieces = [piece for piece, _ in converted["model"]["vocab"]]
        self.files = {}

    def happens(self, chance):
        return self.choose.random() < chance

    def coin(self):
        return self.happens(0.5)

    def token(self, content, **flags):
        token = {"content": content, "lstrip": False, "rstrip": False, "single_word": False}
        return token | {"normalized": False, "special": True} | flags

    def random_token(self, content):
        return self.token(
            content,
            lstrip=self.coin(),
            rstrip=self.happens(0.2),
            single_word=self.happens(0.2),
            normalized=self.coin(),
            special=self.coin(),
        )

    def mask(self):
        return self.token("<mask>", lstrip=self.coin(), normalized=self.coin())

    def draw(self):
        fields = None if self.happens(1 / 3) else self.tokenizer_json()
        added = [t["content"] for t in (fields or {}).get("added_tokens", [])]
        config = self.config(fields is None)
        if self.happens(0.4):
            config["added_tokens_decoder"] = self.decoder(added)
        else:
            self.older_files(fields is None)
        if config or self.coin():
            self.files["tokenizer_config.json"] = config
        return fields

    def tokenizer_json(self):
        converted, fields = self.converted, {}
        if self.coin():
            fields["normalizer"] = converted["normalizer"]["normalizers"][0]
            steps = [{"type": "WhitespaceSplit"}, converted["pre_tokenizer"]]
            fields["pre_tokenizer"] = {"type": "Sequence", "pretokenizers": steps}
        elif self.coin():
            steps = [{"type": "Lowercase"}, *converted["normalizer"]["normalizers"]]
            fields["normalizer"] = {"type": "Sequence", "normalizers": steps}
        tokens = [dict(token) for token in converted["added_tokens"]]
        if self.happens(0.3):
            tokens[4].update(lstrip=self.coin(), normalized=self.coin())
        new = len(self.pieces)
        names = ["<date>", "<x>", "Date", "ab"]
        for content in self.choose.sample(names, self.choose.choice([0, 0, 1, 2])):
            known = content in self.pieces
            tokens.append({"id": self.pieces.index(content) if known else new})
            tokens[-1] |= self.random_token(content)
            new += not known
        tokens.sort(key=lambda token: token["id"])
        fields["added_tokens"] = [] if self.happens(0.15) else tokens
        if self.happens(0.2):
            ends = {"sep": ["</s>", 2], "cls": ["<s>", 0]}
            flags = {"trim_offsets": self.coin(), "add_prefix_space": self.coin()}
            fields["post_processor"] = {"type": "RobertaProcessing"} | ends | flags
        return fields

    def config(self, is_vocabulary):
        config = {}
        names = ["XLMRobertaTokenizer"] * 3 + ["XLMRobertaTokenizerFast"] * 3 + [None, None]
        names += [] if is_vocabulary else ["PreTrainedTokenizerFast"]
        name = self.choose.choice(names)
        if name is not None:
            config["tokenizer_class"] = name
        for field, value, chance in (
            ("model_max_length", 512, 0.5),
            ("do_lower_case", True, 0.2),
            ("add_prefix_space", self.choose.choice([True, False, None]), 0.15),
            ("city_token", "<x>", 0.1),
            ("split_special_tokens", True, 0.1),
        ):
            if self.happens(chance):
                config[field] = value
        if self.coin():
            config |= dict(zip(NAMES, SPECIALS, strict=True))
            mask = {"__type": "AddedToken"} | self.mask()
            given = self.choose.choice([{"mask_token": "<mask>"}, {"mask_token": mask}, {}])
            config |= given
        if self.happens(0.3):
            tokens = self.choose.sample(["<ent1>", "<x>", "Date"], self.choose.choice([1, 2]))
            config["additional_special_tokens"] = tokens
        if self.happens(0.3):
            tokens = self.choose.sample(["<date>", "<ent1>"], self.choose.choice([1, 2]))
            as_list = self.coin() and MAJOR == "5"  # version 4 takes an object only
            named = {"thing_token": "<x>", "other_token": "<date>"}
            config["extra_special_tokens"] = tokens if as_list else named
        return config

    def decoder(self, added):
        decoder = {str(i): self.token(self.pieces[i]) for i in range(4)}
        mask = self.pieces.index("<mask>")
        decoder[str(mask)] = self.mask()
        more = [content for content in added if content not in self.pieces]
        new = self.choose.sample(["<date>", "<x>"], self.choose.choice([0, 1]))
        more += [content for content in new if content not in more]
        for i, content in enumerate(more):
            decoder[str(len(self.pieces) + i)] = self.random_token(content)
        return decoder

    def older_files(self, is_vocabulary):
        if self.happens(0.4):
            mask = self.token("<mask>", lstrip=True, normalized=self.coin())
            del mask["special"]
            named = dict(zip(NAMES, SPECIALS, strict=True))
            named["mask_token"] = self.choose.choice(["<mask>", mask])
            if self.happens(0.4):
                tokens = self.choose.sample(["<ent1>", "<date>", "<x>"], self.choose.choice([1, 2]))
                named["additional_special_tokens"] = tokens
            self.files["special_tokens_map.json"] = named
        if is_vocabulary and self.happens(0.3):
            self.files["added_tokens.json"] = {"<date>": len(self.pieces)}

    def text(self):
        words = range(self.choose.randrange(7))
        return "".join(self.choose.choice(WORDS) + self.choose.choice(SPACES) for _ in words)


def encode(folder, converted, maker, fields, texts):
    if fields is None:
        shutil.copy(VOCABULARY, folder)
    else:
        (folder / "tokenizer.json").write_text(json.dumps(converted | fields))
    for name, content in maker.files.items():
        (folder / name).write_text(json.dumps(content))
    (folder / "config.json").write_text('{"model_type": "xlm-roberta"}')
    backend = AutoTokenizer.from_pretrained(str(folder)).backend_tokenizer
    backend.no_truncation()
    encodings = [backend.encode(text, add_special_tokens=False) for text in texts]
    return [[each.ids, each.offsets, each.word_ids] for each in encodings]


def main():
    transformers.logging.set_verbosity_error()
    converted = converted_tokenizer()
    folders = []
    for i in range(FOLDERS):
        maker = Maker(random.Random(SEED * 1000 + i), converted)
        fields = maker.draw()
        texts = [maker.text() for _ in range(TEXTS)]
        with tempfile.TemporaryDirectory() as folder:
            rows = encode(pathlib.Path(folder), converted, maker, fields, texts)
        folders.append({"fields": fields, "files": maker.files, "texts": texts, "rows": rows})
        # The charsmap is the converted one's, and long.
        charsmap = converted["normalizer"]["normalizers"][0]["precompiled_charsmap"]
        folders[-1] = json.loads(json.dumps(folders[-1]).replace(json.dumps(charsmap), '"CHARSMAP"'))
    versions = {each.__name__: each.__version__ for each in (transformers, tokenizers)}
    text = json.dumps({"versions": versions, "folders": folders}, ensure_ascii=False)
    packed = io.BytesIO()
    with gzip.GzipFile(fileobj=packed, mode="wb", mtime=0, compresslevel=9) as file:
        file.write(text.encode("utf-8"))
    (HERE / f"tokenizer_folders_{MAJOR}.json.gz").write_bytes(packed.getvalue())
    print(f"{len(folders)} folders, {len(text)} bytes, {len(packed.getvalue())} packed")


if __name__ == "__main__":
    main()
