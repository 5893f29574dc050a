# SPDX-License-Identifier: Apache-2.0
"""The label maps of the five systems, in the order of their ids.

OntoNotes: the ids of the dataset tner/ontonotes5, in order of first appearance, with the names that
T-NER 0.0.x gave the types (get_dataset.py, SHARED_NER_LABEL); some have blanks. Dutch: sorted, as
run_ner.py has labels that a dataset does not order.
"""

TNER_NAMES = {
    "CARDINAL": "cardinal number",
    "DATE": "date",
    "PERSON": "person",
    "NORP": "group",
    "GPE": "geopolitical area",
    "LAW": "law",
    "ORG": "organization",
    "PERCENT": "percent",
    "ORDINAL": "ordinal number",
    "MONEY": "money",
    "WORK_OF_ART": "work of art",
    "FAC": "facility",
    "TIME": "time",
    "LOC": "location",
    "QUANTITY": "quantity",
    "PRODUCT": "product",
    "EVENT": "event",
    "LANGUAGE": "language",
}

_ONTONOTES_ORDER = """O B-CARDINAL B-DATE I-DATE B-PERSON I-PERSON B-NORP B-GPE I-GPE B-LAW I-LAW
B-ORG I-ORG B-PERCENT I-PERCENT B-ORDINAL B-MONEY I-MONEY B-WORK_OF_ART I-WORK_OF_ART B-FAC B-TIME
I-CARDINAL B-LOC B-QUANTITY I-QUANTITY I-NORP I-LOC B-PRODUCT I-TIME B-EVENT I-EVENT I-FAC
B-LANGUAGE I-PRODUCT I-ORDINAL I-LANGUAGE""".split()


def _named(label: str) -> str:
    tag, dash, kind = label.partition("-")
    return f"{tag}-{TNER_NAMES[kind]}" if dash else label


ONTONOTES = [_named(label) for label in _ONTONOTES_ORDER]
STOCKMARK = ["O", "PER", "ORG", "ORG-P", "ORG-O", "LOC", "INS", "PRD", "EVT"]
STOCKMARK_TYPES = {
    "人名": "PER",
    "法人名": "ORG",
    "政治的組織名": "ORG-P",
    "その他の組織名": "ORG-O",
    "地名": "LOC",
    "施設名": "INS",
    "製品名": "PRD",
    "イベント名": "EVT",
}
WIKIANN = ["O", *(f"{tag}-{kind}" for kind in ("PER", "ORG", "LOC") for tag in "BI")]
CONLL = ["O", *(f"{tag}-{kind}" for kind in ("PER", "ORG", "LOC", "MISC") for tag in "BI")]
CONLL_SORTED = sorted(CONLL)
