# SPDX-License-Identifier: Apache-2.0
"""Makes tests/golden/tiny: a token classifier of XLM-R's shape, small enough for tests, and
tests/golden/tiny.json: what the Hugging Face pipeline finds with it.

    python tests/golden/make_tiny.py      # torch, transformers, safetensors, sentencepiece, onnx, onnxscript

The sentences are made up here. The versions it ran with are in tiny.json.
"""

import io
import itertools
import json
import random
from pathlib import Path

import safetensors.torch
import sentencepiece
import tokenizers
import torch
import transformers
from transformers import XLMRobertaConfig, XLMRobertaForTokenClassification, XLMRobertaTokenizerFast

HERE = Path(__file__).parent
TINY = HERE / "tiny"
LABELS = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC", "B-MISC", "I-MISC"]
MAX_TOKENS = 128
VOCABULARY = 1200
FILLINGS = 24  # of each template
STEPS = 4000
SEED = 20261121

# {P} a person, {O} an organisation, {L} a place; the lists go with the sentences of one script.
LANGUAGES = [
    (
        [
            "{P} visited {L} in July.",
            "My name is {P} and I live in {L}.",
            "{O} opened an office in {L}, said {P}.",
            "Does {P} work for {O}?",
            "{P} besuchte im Juli {L}.",
            "Die {O} hat ihren Sitz in {L}.",
            "Mijn naam is {P} en ik woon in {L}.",
            "{P} a quitté {O} pour s'installer à {L} 🎉",
            "🚀🚀 {P} → {L} 👩‍🚀",
            "Nothing happened on Monday.",
        ],
        {
            "P": ["Angela Merkel", "Emma", "José Müller", "Ana Nuñez", "Ivo Novák"],
            "O": ["Deutsche Bank", "Acme Corp", "Zénith", "United Nations"],
            "L": ["Paris", "London", "New York", "Łódź", "Den Haag"],
        },
    ),
    (
        ["{P} גר ב{L}.", "{P} עובדת ב{O} מאז יולי.", "אתמול ביקר {P} ב{L} 😀", "לא קרה דבר."],
        {"P": ["דוד כהן", "רות לוי"], "O": ["בנק לאומי"], "L": ["תל אביב", "חיפה", "ירושלים"]},
    ),
    (
        ["{P}は{L}に住んでいます。", "{P}さんは{O}で働いている。", "{L}で会いましょう🎌", "今日は休みです。"],
        {"P": ["田中太郎", "山田花子"], "O": ["日本銀行", "アクメ株式会社"], "L": ["東京", "大阪", "パリ"]},
    ),
    (
        ["{P} {L} में रहते हैं।", "{P} ने {O} में काम किया।", "आज छुट्टी है।"],
        {"P": ["राम कुमार", "सीता देवी"], "O": ["भारतीय बैंक"], "L": ["दिल्ली", "मुंबई"]},
    ),
]

# What the pipeline is asked; texts it was not trained on among them.
TEXTS = [
    "Angela Merkel besuchte im Juli Paris.",
    "My name is Emma and I live in New York.",
    "Mijn naam is Emma en ik woon in Londen.",
    "🚀🚀 Ana Nuñez → Łódź 👩‍🚀",
    "Jose\u0301 Mu\u0308ller visited Lo\u0301dz\u0301 in July.",
    "דוד כהן גר בתל אביב.",
    "רות לוי עובדת בבנק לאומי מאז יולי 😀 ואתמול ביקרה בחיפה.",
    "田中太郎は東京に住んでいます。",
    "アクメ株式会社は大阪で🎌山田花子さんに会いました。",
    "राम कुमार दिल्ली में रहते हैं।",
    "Emma lives in London.\r\nDoes Ivo Novák work for Acme Corp?\r\n",
    "  two  spaces,\ttabs\u00a0and\u3000wide Paris  ",
    "ﬁne Ｌｏｎｄｏｎ ① and ㍿ Zénith",
    "Ω☃ unseen 𝔘𝔫𝔦𝔠𝔬𝔡𝔢 signs in 𐍈 Paris",
]


def sentences():
    """(text, [(start, end, label), …]): each template with some of its fillings."""
    choose = random.Random(SEED)
    for templates, names in LANGUAGES:
        for template in templates:
            slots = [part[0] for part in template.split("{")[1:]]
            fillings = list(itertools.product(*(names[slot] for slot in slots)))
            for filling in choose.choices(fillings, k=FILLINGS) if slots else fillings:
                text, spans, rest = "", [], template
                for slot, name in zip(slots, filling):
                    before, rest = rest.split("{" + slot + "}", 1)
                    text += before
                    kind = {"P": "PER", "O": "ORG", "L": "LOC"}[slot]
                    spans.append((len(text), len(text) + len(name), kind))
                    text += name
                yield text + rest, spans


def train_vocabulary(texts):
    model = io.BytesIO()  # a model_prefix would be written into the model
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(texts),
        model_writer=model,
        vocab_size=VOCABULARY,
        hard_vocab_limit=False,
        character_coverage=1.0,
        model_type="unigram",
        normalization_rule_name="nmt_nfkc",
        num_threads=1,
        minloglevel=2,
    )
    (TINY / "sentencepiece.bpe.model").write_bytes(model.getvalue())


def load_tokenizer():
    """As the published tokenizer.json of XLM-R has it; the converter alone would leave out
    WhitespaceSplit, and offsets would then include the space before a word."""
    tokenizer = XLMRobertaTokenizerFast(
        vocab_file=str(TINY / "sentencepiece.bpe.model"), model_max_length=MAX_TOKENS
    )
    backend = tokenizer.backend_tokenizer
    backend.normalizer = tokenizers.normalizers.Sequence([list(backend.normalizer)[0]])
    backend.pre_tokenizer = tokenizers.pre_tokenizers.Sequence(
        [
            tokenizers.pre_tokenizers.WhitespaceSplit(),
            tokenizers.pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always"),
        ]
    )
    return tokenizer


def example(tokenizer, text, spans):
    encoding = tokenizer(text, return_offsets_mapping=True, return_special_tokens_mask=True)
    labels, seen = [], None
    for (start, end), special in zip(encoding["offset_mapping"], encoding["special_tokens_mask"]):
        inside = [span for span in spans if start < span[1] and end > span[0]]
        if special:
            labels.append(-100)
        elif not inside:
            labels.append(0)
        else:
            labels.append(LABELS.index(("I-" if inside[0] == seen else "B-") + inside[0][2]))
            seen = inside[0]
    return torch.tensor([encoding["input_ids"]]), torch.tensor([labels])


def train(tokenizer, data):
    torch.manual_seed(SEED)
    torch.set_num_threads(1)
    model = XLMRobertaForTokenClassification(
        XLMRobertaConfig(
            vocab_size=len(tokenizer),
            hidden_size=32,
            num_hidden_layers=2,
            num_attention_heads=2,
            intermediate_size=64,
            max_position_embeddings=MAX_TOKENS + 2,
            type_vocab_size=1,
            initializer_range=0.1,
            layer_norm_eps=1e-5,
            hidden_dropout_prob=0.0,
            attention_probs_dropout_prob=0.0,
            pad_token_id=1,
            bos_token_id=0,
            eos_token_id=2,
            id2label=dict(enumerate(LABELS)),
            label2id={label: i for i, label in enumerate(LABELS)},
        )
    )
    optimizer = torch.optim.AdamW(model.parameters(), lr=3e-3)
    schedule = torch.optim.lr_scheduler.LinearLR(optimizer, 1.0, 0.05, STEPS)
    choose = random.Random(SEED)
    for _ in range(STEPS):
        ids, labels = example(tokenizer, *joined(choose.choices(data, k=choose.randint(1, 8))))
        ids, labels = ids[:, :MAX_TOKENS], labels[:, :MAX_TOKENS]
        model(input_ids=ids, labels=labels).loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        schedule.step()
    return model.eval()


def joined(sentences):
    """Several sentences as one, so that names are known at every position of a window."""
    text, spans = "", []
    for part, part_spans in sentences:
        spans += [(len(text) + start, len(text) + end, kind) for start, end, kind in part_spans]
        text += part + " "
    return text.rstrip(), spans


def export(model):
    class Logits(torch.nn.Module):
        def __init__(self):
            super().__init__()
            self.model = model

        def forward(self, input_ids, attention_mask):
            return self.model(input_ids=input_ids, attention_mask=attention_mask).logits

    safetensors.torch.save_model(model, str(TINY / "model.safetensors"), metadata={"format": "pt"})
    (TINY / "onnx").mkdir(exist_ok=True)
    ids = torch.tensor([[0, 5, 6, 7, 2]])
    axes = {0: "batch", 1: "tokens"}
    torch.onnx.export(
        Logits(),
        (ids, torch.ones_like(ids)),
        str(TINY / "onnx" / "model.onnx"),
        input_names=["input_ids", "attention_mask"],
        output_names=["logits"],
        dynamic_axes={"input_ids": axes, "attention_mask": axes, "logits": axes},
        opset_version=17,
        dynamo=False,
    )


def golden(tokenizer, model):
    pipeline = transformers.pipeline("token-classification", model=model, tokenizer=tokenizer)
    cases = []
    for text in TEXTS:
        encoding = tokenizer(text, return_offsets_mapping=True)
        cases.append(
            {
                "text": text,
                "ids": encoding["input_ids"],
                "tokens": tokenizer.convert_ids_to_tokens(encoding["input_ids"]),
                "offsets": encoding["offset_mapping"],
                "none": pipeline(text),
                "simple": pipeline(text, aggregation_strategy="simple"),
            }
        )
    return cases


def main():
    TINY.mkdir(exist_ok=True)
    data = list(sentences())
    train_vocabulary([text for text, _ in data])
    tokenizer = load_tokenizer()
    model = train(tokenizer, data)
    export(model)
    model.config.architectures = ["XLMRobertaForTokenClassification"]
    model.config.to_json_file(TINY / "config.json")
    versions = {
        module.__name__: module.__version__ for module in (torch, transformers, tokenizers, sentencepiece)
    }
    result = {"made_by": "make_tiny.py", "versions": versions, "cases": golden(tokenizer, model)}
    text = json.dumps(result, ensure_ascii=True, default=float, indent=1)
    (HERE / "tiny.json").write_text(text + "\n")


if __name__ == "__main__":
    main()
