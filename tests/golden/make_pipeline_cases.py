# SPDX-License-Identifier: Apache-2.0
"""Makes pipeline_cases_4.json.gz or pipeline_cases_5.json.gz, by the version of transformers that
runs it: what the real TokenClassificationPipeline gives for random cases of text, logits, label set,
options and tokenizer form, with a model that returns given logits.

    python tests/golden/make_pipeline_cases.py        # transformers, tokenizers, torch, sentencepiece
    python tests/golden/make_pipeline_cases.py --cases 2000 --seed 7 --out FILE      # other cases

The vocabulary is that of models/default, in the five forms of tests/js/tokenizer_forms.js. A case is
{form, labels, seed, max_length, input, options} and `expected`, the records' values in their keys'
order (scores to 9 digits), or `error`. The logits of window w are given_logits(seed, w, …). The
versions are in the file.
"""

import argparse
import gzip
import io
import json
import pathlib
import random
import subprocess
import tempfile
import warnings

import numpy as np
import tokenizers
import torch
import transformers
from transformers import AutoTokenizer, TokenClassificationPipeline, XLMRobertaConfig
from transformers import XLMRobertaForTokenClassification as RealModel
from transformers.modeling_outputs import TokenClassifierOutput

from given_logits import given_logits

HERE = pathlib.Path(__file__).parent
VOCABULARY = HERE.parents[1] / "models/default/sentencepiece.bpe.model"
SEED = 20261121
MAJOR = transformers.__version__.split(".")[0]
CASES = 10_000 if MAJOR == "4" else 5_000
FORMS = ["published", "converted", "saved", "vocabulary", "uncased"]

ONTONOTES = """cardinal number|date|person|group|geopolitical area|location|organization|facility
|work of art|product|event|law|language|time|percent|money|quantity|ordinal number"""


def prefixed(letters, types):
    return ["O"] + [f"{letter}-{each}" for each in types for letter in letters]


def shuffled(labels):
    return random.Random(len(labels)).sample(labels, len(labels))


CONLL = ["PER", "ORG", "LOC", "MISC"]
LABEL_SETS = [
    prefixed("BI", ONTONOTES.replace("\n", "").split("|")),
    "O PER ORG ORG-P ORG-O LOC INS PRD EVT".split(),
    prefixed("BI", ["PER", "ORG", "LOC"]),
    prefixed("BI", CONLL),
    prefixed("I", CONLL),
    ["B-LOC", "B-MISC", "B-ORG", "I-LOC", "I-MISC", "I-ORG", "I-PER", "B-PER", "O"],
    prefixed("BIES", ["A", "B"]),
    prefixed("BILU", ["PER", "LOC"]),
    "ADJ ADP ADV AUX NOUN PROPN PUNCT VERB".split(),
    "O B-O I-O B-ORG-COMPANY I-ORG-COMPANY GPE-LOC S-X".split(),
    shuffled(prefixed("BI", CONLL)),
]

WORDS = """Angela Merkel besuchte im Juli Paris Emma woont in Londen New York Łódź São Müller's
Jean-Pierre U.N. 3,14 e-mail don't München İstanbul Đà Nẵng Jose\u0301 Mu\u0308ller Москва Иванов
Αθήνα Γιώργος תל אביב דוד כהן القاهرة محمد मुंबई भारत กรุงเทพมหานคร สมชาย 東京 田中太郎は 東京に住んでいます。
熊本県の阿蘇山 北京市 王小明 서울에서 김철수 カタカナ ㍿ ﬁne ½ ™ … 🙂 👩‍🚀 🇳🇱 𝐀𝐁 ꙮ ₿ ⱺ 𓀀 ẞ <mask> </s> <unk> ▁ ▁x . , ! ?
( ) " ' - — « » : ; \u200b \u00ad \x07 \ufeff a b c Xyzzy Abracadabra
Հայաստան საქართველო தமிழ்நாடு አዲስ ကမ္ဘာ ປະເທດລາວ ភ្នំពេញ བོད་ ᠮᠣᠩᠭᠣᠯ กำแพง
\u1112\u1161\u11ab\u1100\u1173\u11af a\u0306\u0301 e\u0327\u0302\u0301x ｶﾞﾘ Ａｂ１ ﷺ ﬃ ㌢ ① Ⅷ ŉ ẛ\u0323 ½kg …… ？
✈️ 1️⃣ 👨‍👩‍👧‍👦 🏴\U000e0067\U000e0062\U000e007f \u202eabc\u202c \u2060 \u200f \ufffd \ue000 \U0010ffff \x00 \x01 \x7f \x9f \x1d
<s> <pad> ▁▁ </s>. <mask>x x<unk>y <unk><unk> ꙮꙮ₿ ₿a""".split(" ")
WORDS = [word for part in WORDS for word in part.split("\n")]
WHITE_SPACE = [0x9, 0xA, 0xB, 0xC, 0xD, 0x85, 0xA0, 0x1680, *range(0x2000, 0x200B)]
WHITE_SPACE += [0x2028, 0x2029, 0x202F, 0x205F, 0x3000]
SPACES = [" "] * 30 + [""] * 5 + ["  ", "   ", "\r\n", "\n", "\t", "\u00a0", "\u3000"] * 2
SPACES += [chr(each) for each in WHITE_SPACE]


class XLMRobertaForTokenClassification(RealModel):
    """Returns the logits of its case; forward pass w of a case is window w."""

    case = None
    window = 0

    def forward(self, input_ids=None, **_):
        seed, labels, outside = self.case
        tokens = input_ids.shape[1]
        logits = given_logits(seed, self.window, tokens, labels, outside)
        self.window += 1
        return TokenClassifierOutput(logits=torch.from_numpy(logits)[None])


def load_tokenizers(folder):
    forms = HERE.parent / "js/tokenizer_forms.js"
    subprocess.run(["node", str(forms), str(VOCABULARY), str(folder)], check=True)
    check_twins(folder)
    for form in FORMS:
        (folder / form / "config.json").write_text('{"model_type": "xlm-roberta"}')
    return {form: AutoTokenizer.from_pretrained(str(folder / form)) for form in FORMS}


def check_twins(folder):
    """The form that this version writes is what it really writes."""
    if MAJOR == "4":
        from transformers import XLMRobertaTokenizerFast

        made = XLMRobertaTokenizerFast(vocab_file=str(VOCABULARY)).backend_tokenizer.to_str()
        assert json.loads(made) == json.loads((folder / "converted/tokenizer.json").read_text())
        return
    (folder / "published/config.json").write_text('{"model_type": "xlm-roberta"}')
    AutoTokenizer.from_pretrained(str(folder / "published")).save_pretrained(str(folder / "real"))
    for name in ("tokenizer.json", "tokenizer_config.json"):
        real = json.loads((folder / "real" / name).read_text())
        assert real == json.loads((folder / "saved" / name).read_text()), name


def make_model():
    config = XLMRobertaConfig(
        vocab_size=8, hidden_size=8, num_hidden_layers=0, num_attention_heads=1, intermediate_size=8
    )
    return XLMRobertaForTokenClassification(config).eval()


def random_text(choose):
    count = choose.choice([0, 1, 2, 3, 4, 5, 6, 8, 14])
    words = [choose.choice(WORDS) for _ in range(count)]
    text = "".join(word + choose.choice(SPACES) for word in words)
    return text if choose.random() < 0.3 else text.strip(" ")


def random_words(choose):
    words = [choose.choice(WORDS) for _ in range(choose.choice([1, 2, 3, 5, 9]))]
    for i in range(len(words)):
        if choose.random() < 0.05:
            words[i] = choose.choice(["", "New York", " x", "x ", " ", "a\u3000b", "\u00a0", "c\nd"])
    return words


def random_case(choose, fast):
    labels = LABEL_SETS[choose.randrange(len(LABEL_SETS))]
    options, max_length = {}, 512
    is_words = choose.random() < 0.2
    value = random_words(choose) if is_words else random_text(choose)
    if is_words:
        options["is_split_into_words"] = True
        if choose.random() < 0.6:
            options["delimiter"] = choose.choice([" ", "", "-", "\u3000", ", "])
    strategy = choose.choice([None, "none", "simple", "first", "average", "max"])
    if strategy is not None:
        options["aggregation_strategy"] = strategy
    if choose.random() < 0.35:
        max_length = choose.randint(3, choose.choice([8, 16, 40]))
        if strategy != "none" and choose.random() < 0.7:
            options["stride"] = choose.randint(0, max_length - 2)
    pick = choose.random()
    if pick < 0.25:
        options["ignore_labels"] = []
    elif pick < 0.4:
        name = choose.choice(labels)
        options["ignore_labels"] = choose.choice([[name], ["O", name.split("-", 1)[-1]], ["O", name]])
    is_listed = choose.random() < 0.1
    if not is_words and choose.random() < 0.1:
        ends = choose.choices(range(len(value) + 1), k=2 * len(fast(value)["input_ids"]))
        if "stride" in options:
            ends.sort()
        pairs = zip(ends[::2], ends[1::2])
        options["offset_mapping"] = [(min(pair), max(pair)) for pair in pairs]
    return labels, [value] if is_listed else value, options, max_length


def non_outside_share(fast, case, seed, outside):
    """The share of tokens whose best label is not O, in the first window."""
    labels, value, options, max_length = case
    is_words = "is_split_into_words" in options
    if isinstance(value, list) and not (is_words and all(isinstance(each, str) for each in value)):
        (value,) = value
    tokens = min(len(fast(value, is_split_into_words=is_words)["input_ids"]), max_length)
    best = given_logits(seed, 0, tokens, len(labels), outside)[1:-1].argmax(axis=1)
    return 1.0 if len(best) == 0 else float(np.mean(best != outside))


def run(pipe, case, seed, outside):
    labels, value, options, max_length = case
    pipe.tokenizer.model_max_length = max_length
    pipe.model.config.id2label = dict(enumerate(labels))
    pipe.model.case, pipe.model.window = (seed, len(labels), outside), 0
    try:
        records = pipe(value, **options)
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # tokenizers' PanicException is no Exception
        return {"error": [type(error).__name__, str(error)]}
    if not isinstance(value, str):
        (records,) = records
    rows = []
    for record in records:
        row = []
        for key, each in record.items():
            row.append(float(f"{each:.9g}") if key == "score" else each)
        rows.append([int(each) if isinstance(each, np.integer) else each for each in row])
    return {"expected": rows}


def error_cases():
    """What the reference refuses: input, options and model_max_length."""
    text = "Emma woont in Londen."
    long_text = "Angela Merkel besuchte im Juli 2010 Paris, München und Łódź."
    words = {"is_split_into_words": True}
    for max_length, stride in ((12, 12), (12, 40), (512, 512)):
        yield text, {"stride": stride, "aggregation_strategy": "simple"}, max_length
    for strategy in ("simple", "first", "average", "max"):
        for max_length, beyond in ((6, 1), (9, 2)):
            options = {"stride": max_length - beyond, "aggregation_strategy": strategy}
            yield long_text, options, max_length
    for stride in (-1, 1.5, "3", [2]):
        yield text, {"stride": stride, "aggregation_strategy": "simple"}, 12
    yield text, {"stride": 2, "aggregation_strategy": "none"}, 12
    for nothing in ([], None, 42, {}, False):
        yield nothing, {}, 512
        yield nothing, words, 512
    for strategy in ("last", "", "aggregation", 5):
        yield text, {"aggregation_strategy": strategy}, 512
    yield text, {"ignore_labels": 5}, 512
    yield text, {"threshold": 0.5}, 512
    yield text, {"offset_mapping": [(0, 1)]}, 512
    yield text, {"offset_mapping": [[(0, 1)], [(0, 1)]]}, 512
    yield text, words, 512
    for value in (["Emma", 1], [["Emma"]], [None]):
        yield value, {}, 512
    for value in ([["Emma"], "in"], [1, 2], ["Emma", None], [["Emma", 1]]):
        yield value, words, 512
    yield ["Emma"], words | {"delimiter": 5}, 512


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=CASES)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument(
        "--out", type=pathlib.Path, default=HERE / f"pipeline_cases_{MAJOR}.json.gz", help="a .json.gz"
    )
    return parser.parse_args()


def main():
    given = arguments()
    warnings.simplefilter("ignore")
    transformers.logging.set_verbosity_error()
    choose = random.Random(given.seed)
    with tempfile.TemporaryDirectory() as folder:
        fasts = load_tokenizers(pathlib.Path(folder))
    model = make_model()
    pipes = {
        name: TokenClassificationPipeline(model=model, tokenizer=fast, device=-1)
        for name, fast in fasts.items()
    }
    cases = []
    while len(cases) < given.cases:
        name = choose.choice(FORMS)
        fast = fasts[name]
        fast.model_max_length = 512
        case = random_case(choose, fast)
        labels, value, options, max_length = case
        outside = labels.index("O") if "O" in labels else -1
        seed = choose.getrandbits(32)
        while outside >= 0 and non_outside_share(fast, case, seed, outside) < 0.15:
            seed = choose.getrandbits(32)
        result = run(pipes[name], case, seed, outside)
        if "error" in result and options.get("stride") == max_length - 2:
            continue  # a window has no place for a token of its own: fine for a text that fits one
        assert "expected" in result, (case, result)
        number = LABEL_SETS.index(labels)
        cases.append(
            {"form": name, "labels": number, "seed": seed, "max_length": max_length}
            | {"input": value, "options": options}
            | result
        )
    for value, options, max_length in error_cases():
        result = run(pipes["published"], (LABEL_SETS[3], value, options, max_length), 1, 0)
        assert "error" in result, (value, options, result)
        cases.append(
            {"form": "published", "labels": 3, "seed": 1, "max_length": max_length}
            | {"input": value, "options": options}
            | result
        )
    reference = [float(x) for x in given_logits(4_000_000_000, 3, 40, 9, 8).flatten()]
    document = {
        "versions": {each.__name__: each.__version__ for each in (transformers, tokenizers, torch)},
        "labelSets": LABEL_SETS,
        "referenceLogits": reference,
        "cases": cases,
    }
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    packed = io.BytesIO()
    with gzip.GzipFile(fileobj=packed, mode="wb", mtime=0, compresslevel=9) as file:
        file.write(text.encode("utf-8"))
    given.out.write_bytes(packed.getvalue())
    records = sum(len(case.get("expected", [])) for case in cases)
    print(f"{len(cases)} cases, {records} records, {len(text)} bytes, {len(packed.getvalue())} packed")


if __name__ == "__main__":
    main()
