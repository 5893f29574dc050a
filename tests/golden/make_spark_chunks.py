# SPDX-License-Identifier: Apache-2.0
"""Makes spark_chunks.json: the chunks that Spark NLP's NerConverter makes of random labels.

    python tests/golden/make_spark_chunks.py nerconverter.json.gz

The argument holds what Spark NLP's own functions (NerTagsEncoding and its kin, 5.x line, compiled
with Scala 2.13.18 and run by Java 17) made of random documents, tokens and labels. Of these this
takes what a test of a decoder needs: for each document the label of each token, its confidence as
Java wrote it, and the chunks as [type, first token, one behind the last, mean confidence].
All documents with a label of one or two letters are kept, and others up to 600 in all.
"""

import gzip
import json
import pathlib
import sys

HERE = pathlib.Path(__file__).parent
DOCUMENTS = 600


def document(case, number):
    begin, end, _ = case["docs"][number]
    tokens = [token for token in case["tok"] if begin <= token[0] <= end]
    annotated = {each[0]: each for each in case["ner"]}
    labels, confidences = [], []
    for first, _, _ in tokens:
        _, _, label, metadata = annotated.get(first, (0, 0, "O", {}))
        labels.append(label)
        confidences.append(metadata.get("confidence", metadata.get(label)))
    firsts = {token[0]: i for i, token in enumerate(tokens)}
    lasts = {token[1]: i for i, token in enumerate(tokens)}
    chunks = [
        [kind, firsts[first], lasts[last] + 1, confidence]
        for first, last, _, kind, sentence, _, confidence in case["out"]
        if sentence == str(number)
    ]
    return {"labels": labels, "confidences": confidences, "chunks": chunks}


def main() -> None:
    with gzip.open(sys.argv[1]) as file:
        recorded = json.load(file)
    found = [
        document(case, number)
        for case in recorded["cases"]
        if case["pres"]
        and not case["nos"]
        and case["white"] is None
        # Spark NLP does not count empty documents.
        and all(text for _, _, text in case["docs"])
        for number in range(len(case["docs"]))
    ]
    found = [each for each in found if any(label != "O" for label in each["labels"])]

    def is_short(each):
        return any(label != "O" and len(label) < 3 for label in each["labels"])

    kept = [each for each in found if is_short(each)]
    kept += [each for each in found if not is_short(each)][: DOCUMENTS - len(kept)]
    text = json.dumps(
        {"versions": recorded["versions"], "documents": kept},
        ensure_ascii=False,
        separators=(",", ":"),
    )
    (HERE / "spark_chunks.json").write_text(text.replace('},{"labels"', '},\n{"labels"') + "\n")
    print(f"{len(kept)} documents, {len(text)} bytes")


if __name__ == "__main__":
    main()
