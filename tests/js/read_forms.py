# SPDX-License-Identifier: Apache-2.0
"""Reads what `xlmr-ner tag --to FORM` wrote with the package that the form is for.

    python read_forms.py spacy FILE    # [[["text", [[0, 4, "PER"]]], ...], "3.8.18"]

Offsets are code points. Exits with 3 where the package is not installed.
"""

import csv
import importlib.metadata
import json
import sys
from html.parser import HTMLParser
from pathlib import Path
from types import ModuleType
from unittest.mock import MagicMock


def to_points(text, spans):
    """Offsets of JavaScript, UTF-16 units, as Python's."""
    units = text.encode("utf-16-le")
    point = lambda at: len(units[: 2 * at].decode("utf-16-le"))  # noqa: E731
    return [[point(start), point(end), label] for start, end, label in spans]


def read_spacy(path):
    from spacy.training.converters import json_to_docs

    docs = json_to_docs(Path(path).read_bytes())
    return [
        [doc.text, [[e.start_char, e.end_char, e.label_] for e in doc.ents]] for doc in docs
    ], "spacy"


def read_label_studio(path):
    from label_studio_sdk.label_interface import LabelInterface

    labels = "".join(f'<Label value="{each}"/>' for each in ("PER", "ORG", "LOC", "WORK_OF_ART"))
    config = (
        f'<View><Labels name="label" toName="text">{labels}</Labels>'
        '<Text name="text" value="$text"/></View>'
    )
    interface = LabelInterface(config)
    found = []
    for task in json.loads(Path(path).read_text(encoding="utf-8")):
        # Of a task with predictions this version's validate_task raises a TypeError.
        assert interface.validate_task({"data": task["data"]}), task
        (prediction,) = task["predictions"]
        assert interface.validate_prediction(prediction), prediction
        text = task["data"]["text"]
        values = [region["value"] for region in prediction["result"]]
        spans = [[v["start"], v["end"], v["labels"][0]] for v in values]
        found.append([text, to_points(text, spans)])
    return found, "label-studio-sdk"


def read_doccano(path):
    """With doccano's own parser and label; its database's models stay away."""
    import backend

    sys.path.insert(0, backend.__path__[0])
    for name in ("examples", "label_types", "labels", "projects"):
        sys.modules[name] = ModuleType(name)
        sys.modules[f"{name}.models"] = MagicMock()
    for name in ("chardet", "pyexcel", "pyexcel.exceptions"):
        sys.modules.setdefault(name, MagicMock())
    sys.modules["data_import.pipeline.label_types"] = MagicMock()
    from data_import.pipeline.label import SpanLabel
    from data_import.pipeline.parsers import JSONLParser

    found = []
    for record in JSONLParser(encoding="utf-8").parse(path):
        labels = [
            SpanLabel.parse("123e4567-e89b-42d3-a456-426614174000", label)
            for label in record["label"]
        ]
        spans = [[each.start_offset, each.end_offset, each.label] for each in labels]
        found.append([record["text"], to_points(record["text"], spans)])
    return found, "doccano"


def read_brat(folder):
    """The text as it is: Python would make a line feed of CRLF, which are two characters to brat."""
    from pybrat.parser import BratParser

    found = []
    for path in sorted(Path(folder).glob("*.txt"), key=lambda each: int(each.stem)):
        text = path.read_bytes().decode("utf-8")
        parser = BratParser(error="raise")
        entities = parser._parse_ann(path.with_suffix(".ann"), "utf-8", None)["entities"]
        for each in entities:
            parts = [text[span.start : span.end] for span in each.spans]
            assert " ".join(parts) == each.mention, each
        found.append([text, [[e.spans[0].start, e.spans[-1].end, e.type] for e in entities]])
    return found, "pybrat"


def read_csv(path):
    csv.field_size_limit(2**24)
    found = []
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            entities = json.loads(row["entities"])
            spans = [[e["start"], e["end"], e["entity_group"]] for e in entities]
            found.append([row["text"], to_points(row["text"], spans)])
    return found, None


class PageReader(HTMLParser):
    """Paragraphs of class text, with the marks in them."""

    def __init__(self):
        super().__init__()
        self.found = []
        self.open = []

    def handle_starttag(self, tag, attributes):
        kind = dict(attributes).get("class") or ""
        if kind == "text":
            self.found.append(["", []])
        if tag == "mark":
            self.found[-1][1].append([len(self.found[-1][0]), 0, ""])
        if tag in ("p", "mark", "span"):
            self.open.append("chip" if kind.startswith("chip") else tag)

    def handle_endtag(self, tag):
        if tag in ("p", "mark", "span"):
            self.open.pop()

    def handle_data(self, data):
        if "p" not in self.open:
            return
        text, spans = self.found[-1]
        if "chip" in self.open:
            spans[-1][2] += data
            return
        self.found[-1][0] = text + data
        if "mark" in self.open:
            spans[-1][1] = len(text + data)


def read_html(path):
    reader = PageReader()
    reader.feed(Path(path).read_bytes().decode("utf-8"))
    reader.close()
    return reader.found, None


if __name__ == "__main__":
    readers = {
        "spacy": read_spacy,
        "label-studio": read_label_studio,
        "doccano": read_doccano,
        "brat": read_brat,
        "csv": read_csv,
        "html": read_html,
    }
    try:
        texts, package = readers[sys.argv[1]](sys.argv[2])
    except ImportError as error:
        print(error)
        sys.exit(3)
    version = None if package is None else importlib.metadata.version(package)
    print(json.dumps([texts, version]))
