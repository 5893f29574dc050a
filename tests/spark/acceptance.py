# SPDX-License-Identifier: Apache-2.0
"""Many rows on a local cluster: equal to one process, how fast, and how much memory. Run on demand:

    python tests/spark/acceptance.py [--rows 50000] [--executors 2] [--model tests/golden/tiny | default]
    [--no-compare]

Prints a line of JSON for each step. Peaks are those of the kernel (VmHWM), of the largest process of each
kind.
"""

import argparse
import json
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "node/spark"))

from checks import jsonl, plain, same  # noqa: E402
from cluster import command, start  # noqa: E402
from texts import texts  # noqa: E402
from xlmr_ner_spark import frame_tagger, tag  # noqa: E402

PARTITIONS = 16
KINDS = {
    "tagger": "node_modules/xlmr-ner/dist/node/cli/main.js",
    "Python worker": "pyspark.daemon",
    "executor": "CoarseGrainedExecutorBackend",
}


def peaks() -> dict[str, int]:
    """The most megabytes that a process of each kind has had."""
    found = dict.fromkeys(KINDS, 0)
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            line = (folder / "cmdline").read_text().replace("\0", " ")
            status = (folder / "status").read_text()
        except OSError:
            continue
        for kind, part in KINDS.items():
            if part in line and "VmHWM:" in status:
                found[kind] = max(found[kind], int(status.split("VmHWM:")[1].split()[0]) // 1024)
    return found


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=50_000)
    parser.add_argument("--executors", type=int, default=2)
    parser.add_argument("--model", default=str(ROOT / "tests/golden/tiny"))
    parser.add_argument("--compare", action=argparse.BooleanOptionalAction, default=True)
    args = parser.parse_args()
    model = None if args.model == "default" else str(Path(args.model).resolve())
    with tempfile.TemporaryDirectory() as name:
        spark = start(Path(name), f"local-cluster[{args.executors},1,1024]")
        made = spark.createDataFrame(list(enumerate(texts(args.rows))), "id long, text string")
        df = made.repartition(PARTITIONS).cache()
        rows = df.collect()
        tag(df.limit(100), model=model).collect()  # loads models
        runs = {
            "tag": tag(df, model=model),
            "mapInPandas": df.mapInPandas(*frame_tagger(df.schema, model=model)),
        }
        if args.compare:
            began = time.monotonic()
            options = [] if model is None else ["--model", model]
            form = ["--format", "jsonl", "--offsets", "codepoint", "--threads", "1"]
            lines = command([*form, *options], jsonl(rows))
            expected = [(row["id"], row["entities"]) for row in map(json.loads, lines)]
            say("one process", args.rows, began)
        for step, tagged in runs.items() if args.compare else [("tag", runs["tag"])]:
            began = time.monotonic()
            found = tagged.collect()
            say(f"{step}, {args.executors} executors", args.rows, began, **peaks())
            if args.compare:
                same([(row.id, plain(row.entities)) for row in found], expected)
                print(json.dumps({"step": step, "equal": len(found)}), flush=True)
        spark.stop()


def say(step: str, rows: int, began: float, **more: int) -> None:
    seconds = time.monotonic() - began
    print(
        json.dumps({"step": step, "seconds": round(seconds, 1), "rows/s": round(rows / seconds), **more}),
        flush=True,
    )


if __name__ == "__main__":
    main()
