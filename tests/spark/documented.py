# SPDX-License-Identifier: Apache-2.0
"""Runs the blocks of docs/spark.md, each as what it is, in one folder and one session; tests/js/spark.test.js
compares what they print with what is shown."""

import contextlib
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from pyspark.sql import SparkSession

from cluster import NODE, PATIENCE, ROOT
from texts import texts

PAGE = "docs/spark.md"


def run_page(spark: SparkSession, folder: Path) -> Iterator[tuple[str, str]]:
    """Each block's name, FILE:LINE, and what it printed. The folder is that of cluster.start()."""
    markdown = (ROOT / PAGE).read_text()
    blocks = [
        (f"{PAGE}:{markdown[: match.start()].count(chr(10)) + 1}", match[1], match[2])
        for match in re.finditer(r"^```(\w+) spark\n([^`]*?)^```$", markdown, re.MULTILINE)
    ]
    rows = [json.dumps({"id": number, "text": text}) for number, text in enumerate(texts(200))]
    (folder / "texts.jsonl").write_text("\n".join(rows))
    (folder / "tag_texts.py").write_text(next(text for _, kind, text in blocks if kind == "python"))
    names: dict[str, object] = {"spark": spark}
    for name, kind, text in blocks:
        if kind == "python":
            printed = io.StringIO()
            with contextlib.redirect_stdout(printed):
                exec(compile(text, name, "exec"), names)
            yield name, printed.getvalue()
        elif kind == "console":
            for line in text.splitlines():
                _shell(line.removeprefix("$ "), folder)
            tagged = spark.read.json("tagged.jsonl")
            assert tagged.count() == 200 and "entities" in tagged.columns
            yield name, ""
        elif kind == "sql":
            names["texts"].createOrReplaceTempView("texts")  # type: ignore[attr-defined]
            found = [row.found for row in spark.sql(text).collect()]
            assert [row.entities and row.entities[0].start for row in found] == [2, None], found
            yield name, ""
        else:
            (folder / "block.scala").write_text(f"{text}\nSystem.exit(0)\n")
            shell = "spark-shell --archives xlmr-ner.tgz#xlmr-ner -i block.scala"
            lines = _shell(shell, folder).splitlines()
            yield name, "".join(f"{line}\n" for line in lines if line.startswith('{"id"'))


def _shell(command: str, folder: Path) -> str:
    """Runs it as a user would, who has the package's registry, and a cluster in his Spark's defaults."""
    if command == "npm install --prefix ner xlmr-ner":
        pack = ["npm", "pack", str(ROOT), "--ignore-scripts", "--json", "--pack-destination", str(folder)]
        packed = subprocess.run(pack, cwd=folder, capture_output=True, check=True, encoding="utf-8")
        tarball = folder / json.loads(packed.stdout)[0]["filename"]
        command = command.replace("ner xlmr-ner", f"ner --ignore-scripts --no-audit --no-fund {tarball}")
    # In local mode archives are elsewhere, which is no matter to tag(), and is to a command by its path.
    master = "local[2,4]" if command.startswith("spark-submit") else "local-cluster[1,1,1024]"
    patience = "".join(f"{name} {value}\n" for name, value in PATIENCE.items())
    defaults = (
        f"spark.master {master}\n{patience}spark.ui.enabled false\nspark.driver.bindAddress 127.0.0.1\n"
    )
    (folder / "conf").mkdir(exist_ok=True)
    (folder / "conf/spark-defaults.conf").write_text(f"{defaults}spark.driver.host 127.0.0.1\n")
    path = [str(Path(sys.executable).parent), str(Path(NODE).parent), os.environ["PATH"]]
    env = {
        **os.environ,
        "PATH": ":".join(path),
        "SPARK_CONF_DIR": str(folder / "conf"),
        "PYSPARK_PYTHON": sys.executable,
        "PYTHONPATH": str(ROOT / "node/spark"),
    }
    for name in ("PYSPARK_GATEWAY_PORT", "PYSPARK_GATEWAY_SECRET", "SPARK_ENV_LOADED"):
        env.pop(name, None)
    done = subprocess.run(
        ["sh", "-c", command], cwd=folder, env=env, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, f"{command}: exit status {done.returncode}: {done.stderr[-3000:]}"
    return done.stdout
