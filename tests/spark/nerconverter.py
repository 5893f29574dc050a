# SPDX-License-Identifier: Apache-2.0
"""Spark NLP's real NerConverter on the columns of tag(output="sparknlp"): its chunks are those of annotate().
Prints one line of JSON. Spark NLP's jar needs its own Spark: spark-nlp_2.12 5.5.3 goes with pyspark 3.5
(pandas below 3).

    python tests/spark/nerconverter.py spark-nlp_2.12-5.5.3.jar
"""

import json
import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "node/spark"))

from sparknlp.annotator import NerConverter  # noqa: E402

from cluster import start  # noqa: E402
from texts import texts  # noqa: E402
from xlmr_ner_spark import tag  # noqa: E402


def main() -> None:
    some = [text for text in texts(1000) if text][:200]
    with tempfile.TemporaryDirectory() as name:
        os.chdir(name)
        more = {"spark_jars": sys.argv[1], "spark_serializer": "org.apache.spark.serializer.KryoSerializer"}
        spark = start(Path(name), **more)
        df = spark.createDataFrame([(text,) for text in some], "text string").repartition(3)
        converter = NerConverter().setInputCols(["document", "token", "ner"]).setOutputCol("ner_chunk")
        found = converter.setPreservePosition(True).transform(tag(df, output="sparknlp"))
        rows = found.select("entities", "ner_chunk").collect()
        equal = sum(row.entities == row.ner_chunk for row in rows)
        chunks = sum(len(row.ner_chunk) for row in rows)
        print(json.dumps({"spark": spark.version, "texts": len(rows), "equal": equal, "chunks": chunks}))
        spark.stop()


if __name__ == "__main__":
    main()
