# SPDX-License-Identifier: Apache-2.0
"""Named entity recognition with XLM-RoBERTa in Apache Spark, by the command xlmr-ner.

    from xlmr_ner_spark import evaluate, tag

    tagged = tag(df)                          # and the columns entities and ner_error
    print(evaluate(words, "gold", "tags").report("conlleval"))
"""

from .errors import TaggerError
from .evaluate import Evaluation, evaluate
from .frames import frame_tagger
from .shapes import tagged_schema
from .tag import tag

__all__ = ["Evaluation", "TaggerError", "evaluate", "frame_tagger", "tag", "tagged_schema"]
