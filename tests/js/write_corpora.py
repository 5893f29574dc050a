# SPDX-License-Identifier: Apache-2.0
"""What spaCy writes of random texts with entities, and those as the test expects them, as one JSON value."""

import json
import random

import spacy
from spacy.tokens import Span
from spacy.training import docs_to_json

WORDS = ["🚀", "Emma", "e\u0301te\u0301", "שלום", "東京", "a", "-", "x.", "\n", "𝒚̂𝒊"]


def random_doc(nlp):
    doc = nlp(" ".join(random.choice(WORDS) for _ in range(random.randint(1, 12))))
    entities = []
    at = 0
    while at < len(doc):
        end = at + random.randint(1, min(3, len(doc) - at))
        is_bare = not doc[at].is_space and not doc[end - 1].is_space
        if is_bare and random.random() < 0.3:
            entities.append(Span(doc, at, end, label=random.choice(["PER", "LOC"])))
            at = end
        else:
            at += 1
    doc.ents = entities
    return doc


def main():
    random.seed(3)
    nlp = spacy.blank("xx")
    nlp.add_pipe("sentencizer")
    docs = [random_doc(nlp) for _ in range(500)]
    print(
        json.dumps(
            {
                "rows": [doc.to_json() for doc in docs],
                "training": [docs_to_json([doc], number) for number, doc in enumerate(docs)],
                # By the entities' own texts, so that no offsets are compared with themselves.
                "texts": [[doc.text, [[ent.text, ent.label_] for ent in doc.ents]] for doc in docs],
            }
        )
    )


if __name__ == "__main__":
    main()
