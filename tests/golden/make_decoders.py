# SPDX-License-Identifier: Apache-2.0
"""Makes decoders.json: what four systems make of 2,600 random sequences of labels.

    pip download tner==0.2.4 --no-deps --no-binary :all:
    python tests/golden/make_decoders.py tner-0.2.4.tar.gz      # seqeval, transformers

`hf` is TokenClassificationPipeline.group_entities, `conll` seqeval's get_entities in its default
mode, `tner` T-NER's own decode_ner_tags, taken out of its source so that none of its dependencies
are needed; null where it raises on one of the labels. `sparknlp` is the rule of Spark NLP's
NerTagsEncoding.fromIOB for IOB2, transcribed (spark_chunks.json has what its own code made). A span
is [type, first label, one behind the last]. The last 600 cases have labels without a type, without
a prefix, in lower case or in other scripts.
"""

import ast
import json
import pathlib
import random
import sys
import tarfile
from importlib import metadata
from types import SimpleNamespace

from seqeval.metrics.sequence_labeling import get_entities
from transformers import TokenClassificationPipeline

from make_pipeline_cases import LABEL_SETS

HERE = pathlib.Path(__file__).parent
SEED = 20261121
CASES = 2_000
ODD_CASES = 600
ODD_LABEL_SETS = [
    ["O", "B", "I"],
    ["O", "B-", "I-", "B", "I", "B-X", "I-X"],
    ["O", "o", "b-PER", "i-PER", "B-PER", "I-PER"],
    ["O", "人", "人名", "😀", "😀-X", "B-é", "I-é"],
]


def tner_function(archive: str):
    with tarfile.open(archive) as tar:
        source = tar.extractfile("tner-0.2.4/tner/util.py").read().decode("utf-8")
    wanted = [
        node
        for node in ast.parse(source).body
        if isinstance(node, ast.FunctionDef) and node.name == "decode_ner_tags"
    ]
    names = {"List": list}
    exec(compile(ast.Module(wanted, []), "tner/util.py", "exec"), names)
    return names["decode_ner_tags"]


def by_seqeval(labels):
    return [[kind, first, last + 1] for kind, first, last in get_entities(labels)]


def by_tner(decode, labels):
    try:
        found = decode(labels, labels)
    except ValueError:
        return None
    return [[each["type"], each["position"][0], each["position"][-1] + 1] for each in found]


def by_pipeline(labels):
    """Spans of the label O are left out, as ignore_labels does."""
    pipe = SimpleNamespace(
        get_tag=lambda name: TokenClassificationPipeline.get_tag(None, name),
        group_sub_entities=lambda group: group,
    )
    entities = [{"entity": label, "place": i} for i, label in enumerate(labels)]
    groups = TokenClassificationPipeline.group_entities(pipe, entities)
    return [
        [group[0]["entity"].split("-", 1)[-1], group[0]["place"], group[-1]["place"] + 1]
        for group in groups
        if group[0]["entity"] != "O"
    ]


def without_two_units(label):
    units = label.encode("utf-16-le")
    return units[4:].decode("utf-16-le") if len(units) > 2 else None


def by_sparknlp(labels):
    spans, kind, first = [], None, 0
    for i, label in enumerate([*labels, "O"]):
        if kind is not None and (label == "O" or label.startswith("B-")):
            spans.append([kind, first, i])
            kind = None
        if kind is None and label != "O":
            kind, first = without_two_units(label), i
    return spans


def main() -> None:
    decode = tner_function(sys.argv[1])
    choose = random.Random(SEED)
    cases = []
    label_sets = LABEL_SETS + ODD_LABEL_SETS
    for place in range(CASES + ODD_CASES):
        number = choose.randrange(len(LABEL_SETS))
        if place >= CASES:
            number = len(LABEL_SETS) + place % len(ODD_LABEL_SETS)
        names = label_sets[number]
        few = choose.sample(names, min(len(names), choose.randint(2, 5)))
        labels = [choose.choice(few) for _ in range(choose.randint(1, 9))]
        case = {"set": number, "labels": [names.index(label) for label in labels]}
        case |= {"hf": by_pipeline(labels), "conll": by_seqeval(labels)}
        case |= {"sparknlp": by_sparknlp(labels)}
        case["tner"] = by_tner(decode, labels)
        cases.append(case)
    versions = {name: metadata.version(name) for name in ("seqeval", "transformers")}
    versions["tner"] = "0.2.4"
    document = {"versions": versions, "labelSets": label_sets, "cases": cases}
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    (HERE / "decoders.json").write_text(text.replace('},{"set"', '},\n{"set"') + "\n")
    print(f"{len(cases)} cases, {len(text)} bytes")


if __name__ == "__main__":
    main()
