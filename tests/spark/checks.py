# SPDX-License-Identifier: Apache-2.0
"""What is true of xlmr_ner_spark on a real cluster: run by tests/js/spark.test.js, which has these names.

    python checks.py [NAME …]    # a line of JSON for each: {"name", "seconds", "problem"}

Of docs/spark.md there is one for each block, with what it printed.
"""

import datetime
import decimal
import functools
import json
import os
import stat
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "node/spark"))

from pyspark.sql import SparkSession  # noqa: E402
from pyspark.sql import functions as F  # noqa: E402

from cluster import MAIN, NODE, command, start  # noqa: E402
from documented import PAGE, run_page  # noqa: E402
from texts import tags, texts  # noqa: E402
from xlmr_ner_spark import evaluate  # noqa: E402
from xlmr_ner_spark import frame_tagger as any_frame_tagger  # noqa: E402
from xlmr_ner_spark import tag as any_tag  # noqa: E402
from xlmr_ner_spark.command import Place  # noqa: E402

ROWS = int(os.environ.get("XLMR_NER_SPARK_ROWS", "2000"))
PARTITIONS = 5
TINY = str(ROOT / "tests/golden/tiny")
"""A model of random weights, which is quick; its folder is on the executors, too."""

tag = functools.partial(any_tag, model=TINY)
frame_tagger = functools.partial(any_frame_tagger, model=TINY)


def rows_of(spark: SparkSession, count: int = ROWS):
    return spark.createDataFrame(list(enumerate(texts(count))), "id long, text string").repartition(
        PARTITIONS
    )


def jsonl(rows, name: str = "text") -> list[str]:
    return [json.dumps({"id": row[0], name: row[1]}) for row in rows]


def single(rows, *args: str, name: str = "text") -> list[dict]:
    return [
        json.loads(line) for line in command(["--format", "jsonl", "--model", TINY, *args], jsonl(rows, name))
    ]


def plain(value):
    """Rows as Python's values."""
    if isinstance(value, list):
        return [plain(each) for each in value]
    if isinstance(value, dict):
        return {name: plain(each) for name, each in value.items()}
    return plain(value.asDict()) if hasattr(value, "asDict") else value


def same(found, expected) -> None:
    for at, (one, other) in enumerate(zip(found, expected)):
        assert one == other, f"row {at}: expected {other}, found {one}"
    assert len(found) == len(expected), f"expected {len(expected)} rows, found {len(found)}"


def fails(run: Callable[[], object], *parts: str) -> None:
    try:
        run()
    except Exception as error:
        missing = [part for part in parts if part not in str(error)]
        assert not missing, f"expected {missing} in: {error}"
        return
    raise AssertionError(f"expected a failure with {parts}, found none")


def rows_equal_one_process(spark: SparkSession, folder: Path) -> None:
    df = rows_of(spark).cache()
    rows = df.collect()  # partition by partition, each in its order
    expected = [(row["id"], row["entities"]) for row in single(rows, "--offsets", "codepoint")]
    assert sum(bool(entities) for _, entities in expected) > ROWS / 3
    assert sum(entities is None for _, entities in expected) > ROWS / 30
    for tagged in (tag(df), df.mapInPandas(*frame_tagger(df.schema))):
        found = tagged.collect()
        same([(row.id, plain(row.entities)) for row in found], expected)
        same([row.text for row in found], [row.text for row in rows])
        assert all(row.ner_error is None for row in found)
    words = "transform(entities, e -> substring(text, e.start + 1, e.end - e.start)) as cut"
    some = spark.createDataFrame(tagged.limit(100).collect(), tagged.schema)
    for row in some.selectExpr("text", "entities", words).where("text is not null").collect():
        same(row.cut, [row.text[each.start : each.end] for each in row.entities])


def a_killed_tagger_fails_its_task_and_the_next_try_succeeds(spark: SparkSession, folder: Path) -> None:
    df = rows_of(spark, 700).cache()
    expected = [row["entities"] for row in single(df.collect(), "--offsets", "codepoint")]
    die = (Path(__file__).parent / "die.mjs").as_uri()
    once, always = folder / "once", folder / "always"
    once.write_text(
        f'#!/bin/sh\nmkdir "{folder}/died" 2>&- && exec "{NODE}" --import {die} "$@"\nexec "{NODE}" "$@"\n'
    )
    always.write_text(f'#!/bin/sh\nexec "{NODE}" --import {die} "$@"\n')
    for script in (once, always):
        script.chmod(script.stat().st_mode | stat.S_IEXEC)
    same([plain(row.entities) for row in tag(df, node=str(once)).collect()], expected)
    assert (folder / "died").exists()
    fails(tag(df, node=str(always)).collect, "by SIGKILL, after ", " rows; it said: about to be killed")


def an_end_in_the_middle_with_exit_status_0_loses_no_row(spark: SparkSession, folder: Path) -> None:
    script = folder / "quits"
    script.write_text(f'#!/bin/sh\nhead -n 9 | "{NODE}" "$@"\n')
    script.chmod(script.stat().st_mode | stat.S_IEXEC)
    fails(tag(rows_of(spark, 500), node=str(script)).collect, "ended with exit status 0, after 9 of ")
    silent = folder / "silent"
    silent.write_text("#!/bin/sh\nexec sleep 1000\n")
    silent.chmod(silent.stat().st_mode | stat.S_IEXEC)
    fails(
        tag(rows_of(spark, 5), node=str(silent), timeout=0.5).collect, "gave no answer in 0.5 s, after 0 of "
    )


def one_text_in_error_is_said_in_its_row(spark: SparkSession, folder: Path) -> None:
    long = "Sarah " * 1_500_000  # more than a line may have
    df = spark.createDataFrame([("Emma",), (long,), (None,), ("Paris",)], "text string").coalesce(1)
    rows = any_tag(df).select("entities", "ner_error").collect()
    assert [each.word for each in rows[3].entities] == ["Paris"]  # by the package's own model, in the archive
    errors = [row.ner_error for row in rows]
    assert errors[1].startswith("text_too_long: "), errors[1]
    assert [errors[0], *errors[2:]] == [None] * 3
    assert [row.entities is None for row in rows] == [False, True, True, False]
    broken = spark.sql("select cast(x'456d6d61ff' as string) as text")
    assert tag(broken).collect()[0].ner_error is None


def other_columns_go_through_as_they_are(spark: SparkSession, folder: Path) -> None:
    kinds = "t timestamp, n decimal(38,3), i long, a array<long>, s struct<x:long>, text string"
    other = (
        datetime.datetime(1500, 1, 1),
        decimal.Decimal("12345678901234567890.123"),
        2**53 + 1,
        [None],
        (1,),
    )
    df = spark.createDataFrame([(*other, "Emma"), (None,) * 6], kinds).coalesce(1)
    same([row[:6] for row in tag(df).collect()], [row[:6] for row in df.collect()])
    assert tag(df).schema.fields[:6] == df.schema.fields
    fails(lambda: tag(df, "i"), "expected a column of string or array<string>, found bigint")
    fails(lambda: tag(df, "x"), "expected one column 'x', found 0")
    fails(lambda: tag(tag(df)), "expected no column entities, ner_error")
    fails(lambda: tag(df, output="json"), "expected entities or sparknlp, found 'json'")
    fails(tag(df, package="nowhere").collect, "package: expected a folder, found none at ")
    fails(any_tag(df, model="/nowhere").collect, "expected a model folder at /nowhere")


def node_is_made_executable(spark: SparkSession, folder: Path) -> None:
    package = folder / "node_modules/xlmr-ner/dist/node/cli"
    package.mkdir(parents=True)
    (package / "main.js").touch()
    (folder / "node").touch(0o644)  # as Spark unpacks it from .tar or .zip
    assert Place(str(folder)).command() == [str(folder / "node"), str(package / "main.js")]
    assert os.access(folder / "node", os.X_OK)
    assert Place(str(folder), node="sh").command()[0] != str(folder / "node")


def words_have_tags(spark: SparkSession, folder: Path) -> None:
    df = rows_of(spark, 200).select("id", F.split("text", " ").alias("words")).cache()
    expected = single(df.collect(), "--offsets", "codepoint", name="tokens")
    for tagged in (tag(df, "words"), df.mapInPandas(*frame_tagger(df.schema, "words"))):
        found = tagged.collect()
        same([row.tags for row in found], [row.get("tags") for row in expected])
        same([plain(row.entities) for row in found], [row["entities"] for row in expected])


def spark_nlp_columns_are_those_of_the_command(spark: SparkSession, folder: Path) -> None:
    df = rows_of(spark, 150).cache()
    expected = single(df.collect(), "--to", "sparknlp")
    for tagged in (tag(df, output="sparknlp"), df.mapInPandas(*frame_tagger(df.schema, output="sparknlp"))):
        for name in ("document", "token", "ner", "entities"):
            same([plain(row[name]) for row in tagged.select(name).collect()], [row[name] for row in expected])
        kinds = [field.metadata.get("annotatorType") for field in tagged.schema.fields]
        assert kinds == [None, None, "document", "token", "named_entity", "chunk", None], kinds


def a_tagger_is_kept_for_the_next_task(spark: SparkSession, folder: Path) -> None:
    count = folder / "starts"
    script = folder / "counted"
    script.write_text(f'#!/bin/sh\necho x >> "{count}"\nexec "{NODE}" "$@"\n')
    script.chmod(script.stat().st_mode | stat.S_IEXEC)
    df = rows_of(spark, 200).repartition(10)
    assert tag(df, node=str(script)).count() == 200
    starts = len(count.read_text().split())
    assert starts <= 2, f"expected a tagger for each of 2 slots, found {starts}"
    assert len(tag(df, node=str(script)).limit(3).collect()) == 3  # ends the task before its rows


def reports_are_those_of_all_rows_together(spark: SparkSession, folder: Path) -> None:
    pairs = tags(1500)
    df = spark.createDataFrame([*pairs, (None, None)], "gold array<string>, tags array<string>").repartition(
        7
    )
    found = evaluate(df)
    sentences = ["".join(f"x {g} {p}\n" for g, p in zip(gold, predicted)) for gold, predicted in pairs]
    lines = "\n".join(each for each in sentences if each).split("\n")
    for name, *more in (
        ("entities",),
        ("conlleval",),
        ("conlleval-py",),
        ("seqeval",),
        ("seqeval", "--strict", "--scheme", "IOB2", "--digits", "4"),
        ("sklearn",),
        ("tner",),
        ("nervaluate",),
    ):
        args = ["eval", "-", "--report", name, *more]
        assert found.report(name, more).split("\n")[:-1] == command(args, lines), (
            f"{name}: other than of one file"
        )
    figures = json.loads(command(["eval", "-", "--json"], lines)[0])
    del figures["faulty"]
    assert found.figures() == figures
    fails(lambda: found.report("sparknlp"), "does not depend on the order of sentences")
    bad = spark.createDataFrame([(["O"], ["O", "O"])], "gold array<string>, tags array<string>")
    fails(lambda: evaluate(bad), "predicted: expected 1 tags, as gold has, found 2")
    fails(lambda: evaluate(df.limit(0)).report(), "expected rows with tags, found none")


def pipe_and_transform_do_the_same(spark: SparkSession, folder: Path) -> None:
    df = rows_of(spark, 300).cache()
    expected = [(row["id"], row["entities"]) for row in single(df.collect())]
    line = "to_json(named_struct('id', id, 'text', text), map('ignoreNullFields', 'false'))"
    run = f"{NODE} {MAIN} tag --format jsonl --allow-errors --model {TINY}"
    lines = df.selectExpr(f"{line} as line").rdd.map(lambda row: row.line)
    piped = lines.pipe(run, env={"PATH": "/usr/bin:/bin"}, checkCode=True).map(json.loads).collect()
    same([(row["id"], row["entities"]) for row in piped], expected)
    df.createOrReplaceTempView("texts")
    entity = "struct<entity_group:string, score:double, word:string, start:int, end:int>"
    found = f"from_json(json, 'id long, entities array<{entity}>') AS found"
    query = f"SELECT {found} FROM (SELECT TRANSFORM({line}) USING '{run}' AS (json) FROM texts)"
    found = [row.found for row in spark.sql(query).collect()]
    same([(row.id, plain(row.entities)) for row in found], expected)
    die = (Path(__file__).parent / "die.mjs").as_uri()
    killed = f"{NODE} --import {die} {MAIN} tag --format jsonl --model {TINY}"
    fails(lines.coalesce(1).pipe(killed, env={"PATH": "/usr/bin:/bin"}, checkCode=True).collect, "-9")


CHECKS = [
    rows_equal_one_process,
    a_killed_tagger_fails_its_task_and_the_next_try_succeeds,
    an_end_in_the_middle_with_exit_status_0_loses_no_row,
    one_text_in_error_is_said_in_its_row,
    other_columns_go_through_as_they_are,
    node_is_made_executable,
    words_have_tags,
    spark_nlp_columns_are_those_of_the_command,
    a_tagger_is_kept_for_the_next_task,
    reports_are_those_of_all_rows_together,
    pipe_and_transform_do_the_same,
]


def run_documents(spark: SparkSession, folder: Path) -> None:
    """Each block until one fails: they build on each other."""
    try:
        for name, printed in run_page(spark, folder):
            print(json.dumps({"name": name, "printed": printed, "problem": None}), flush=True)
    except Exception:
        print(json.dumps({"name": "documents", "problem": traceback.format_exc()[-4000:]}), flush=True)


def main() -> None:
    wanted = sys.argv[1:]
    with tempfile.TemporaryDirectory() as name:
        os.chdir(name)  # Spark's own relative paths are there
        spark = start(Path(name))
        if not wanted or PAGE in wanted:
            run_documents(spark, Path(name))
        for check in CHECKS:
            if wanted and check.__name__ not in wanted:
                continue
            folder = Path(tempfile.mkdtemp(dir=name))
            began = time.monotonic()
            problem = None
            try:
                check(spark, folder)
            except Exception:
                problem = traceback.format_exc(limit=-3)[-4000:]
            seconds = round(time.monotonic() - began, 1)
            print(json.dumps({"name": check.__name__, "seconds": seconds, "problem": problem}), flush=True)
        spark.stop()


if __name__ == "__main__":
    main()
