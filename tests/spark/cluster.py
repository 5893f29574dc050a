# SPDX-License-Identifier: Apache-2.0
"""A local cluster of real executors with xlmr_ner_spark, and with the package and Node as an archive."""

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

from pyspark.sql import SparkSession

ROOT = Path(__file__).resolve().parents[2]
MAIN = ROOT / "dist/node/cli/main.js"
NODE = os.environ.get("XLMR_NER_NODE") or shutil.which("node") or "node"


PATIENCE = {
    "spark.network.timeout": "600s",
    "spark.executor.heartbeatInterval": "60s",
    "spark.worker.timeout": "600",
}
"""So that executors of a busy machine are not taken for lost."""


def make_archive(folder: Path) -> Path:
    """What docs/spark.md makes by hand: node, and the package installed beside it."""
    where = folder / "archive.tgz"
    with tarfile.open(where, "w:gz", compresslevel=1) as tar:
        tar.add(os.path.realpath(NODE), "node")
        for name in ["dist/node", "dist/wasm", "models/default", "package.json"]:
            tar.add(ROOT / name, f"node_modules/xlmr-ner/{name}")
        for name in ["csv-parse", "progress", "tinyglobby", "fdir", "picomatch", "wasm-feature-detect"]:
            tar.add(ROOT / "node_modules" / name, f"node_modules/{name}")
    return where


def make_zip(folder: Path) -> Path:
    """The Python package for `--py-files`."""
    where = folder / "xlmr_ner_spark.zip"
    with zipfile.ZipFile(where, "w") as file:
        for path in (ROOT / "node/spark/xlmr_ner_spark").glob("*.py"):
            file.write(path, f"xlmr_ner_spark/{path.name}")
    return where


def start(folder: Path, master: str = "local-cluster[2,1,1024]", **config: str) -> SparkSession:
    """A session; stop() it. `config` has names with `_` for `.`."""
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    archive = f"{make_archive(folder)}#xlmr-ner"
    builder = (
        SparkSession.builder.master(master)
        .config("spark.ui.enabled", "false")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.archives", archive)
        .config("spark.submit.pyFiles", str(make_zip(folder)))
        .config("spark.local.dir", str(folder / "local"))
        .config("spark.sql.warehouse.dir", str(folder / "warehouse"))
    )
    for name, value in PATIENCE.items():
        builder = builder.config(name, value)
    for name, value in config.items():
        builder = builder.config(name.replace("_", "."), value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("OFF")
    return session


def command(args: list[str], lines: list[str]) -> list[str]:
    """What one process of the command says of lines; the oracle."""
    done = subprocess.run(
        [NODE, str(MAIN), *args],
        input="\n".join([*lines, ""]),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode != 0:
        raise AssertionError(f"exit status {done.returncode}: {done.stderr}")
    return done.stdout.splitlines() if "\u2028" not in done.stdout else done.stdout.rstrip("\n").split("\n")
