# SPDX-License-Identifier: Apache-2.0
"""Named entity recognition with XLM-RoBERTa in Apache Spark, by the command xlmr-ner.

`tag(df)` adds the columns entities and ner_error; `evaluate(df).report("conlleval")` compares tags.
"""

from .errors import TaggerError
from .evaluate import Evaluation, evaluate
from .frames import frame_tagger
from .shapes import tagged_schema
from .tag import tag

__all__ = ["Evaluation", "TaggerError", "evaluate", "frame_tagger", "tag", "tagged_schema"]
