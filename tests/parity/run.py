# SPDX-License-Identifier: Apache-2.0
"""The tokenizer against the real libraries, exhaustively; see README.md."""

import argparse
import pathlib
import subprocess
import sys
import time

import numpy

import oracles
import texts

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SETS = ["lines", "alone", "between", "after", "random"]
PIPELINES = ["model", "published", "converted", "sentencepiece"]


def make_texts(name: str, given: argparse.Namespace) -> pathlib.Path:
    path = given.work / f"{name}.texts"
    if not path.exists():
        makers = {
            "lines": lambda: texts.lines(given.data / "text", given.lines),
            "alone": lambda: texts.scalars("", ""),
            "between": lambda: texts.scalars("x", "y"),
            "after": lambda: texts.scalars("a", ""),
            "random": lambda: texts.randoms(given.random),
        }
        texts.write(path, makers[name]())
    return path


def make_expected(name: str, pipeline: str, given: argparse.Namespace) -> numpy.ndarray:
    pipeline = "published" if pipeline == "model" else pipeline
    path = given.work / f"{name}.{pipeline}.expected"
    if not path.exists():
        all_texts = texts.read(given.work / f"{name}.texts")
        if pipeline == "sentencepiece":
            found = oracles.sentencepiece(model_of(given), all_texts)
        else:
            found = oracles.hugging_face(given.work / f"{pipeline}.json", all_texts)
        numpy.fromiter(found, dtype="<u4", count=len(all_texts)).tofile(path)
    return numpy.fromfile(path, dtype="<u4")


def model_of(given: argparse.Namespace) -> pathlib.Path:
    return given.data / "xlmr" / "sentencepiece.bpe.model"


def mode_of(pipeline: str) -> str:
    return "sentencepiece" if pipeline == "sentencepiece" else "hf"


def native(pipeline: str, text_file: pathlib.Path, out: pathlib.Path, given) -> None:
    (file,) = folder_of(pipeline, given).iterdir()
    command = [given.native, str(file), mode_of(pipeline), str(text_file), str(out)]
    if given.in_toolchain:
        command = [given.node, str(ROOT / "wasm/setup/run.mjs"), *command]
    subprocess.run(command, check=True)


def wasm(pipeline: str, text_file: pathlib.Path, out: pathlib.Path, given) -> None:
    script = [given.node, str(HERE / "parity.mjs"), str(folder_of(pipeline, given))]
    subprocess.run([*script, mode_of(pipeline), text_file, out], check=True)


def folder_of(pipeline: str, given: argparse.Namespace) -> pathlib.Path:
    """A model folder that holds the pipeline's tokenizer file and nothing else."""
    folder = given.work / f"{pipeline}-folder"
    folder.mkdir(exist_ok=True)
    if pipeline in ("published", "converted"):
        name, source = "tokenizer.json", given.work / f"{pipeline}.json"
    else:
        name, source = "sentencepiece.bpe.model", model_of(given)
    (folder / name).write_bytes(source.read_bytes())
    return folder


SIDES = {"native": native, "wasm": wasm}


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=pathlib.Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--work", type=pathlib.Path, required=True, help="folder for what is made")
    parser.add_argument("--native", default=str(ROOT / "build/native/tests/xlmr_parity"))
    parser.add_argument("--node", default="node")
    parser.add_argument(
        "--in-toolchain",
        action="store_true",
        help="run the native tool in the private root of the set-up, which sees only the checkout",
    )
    parser.add_argument("--lines", type=int, default=300_000)
    parser.add_argument("--random", type=int, default=100_000)
    parser.add_argument("--sets", nargs="+", choices=SETS, default=SETS)
    parser.add_argument("--pipelines", nargs="+", choices=PIPELINES, default=PIPELINES)
    parser.add_argument("--sides", nargs="+", choices=list(SIDES), default=list(SIDES))
    return parser.parse_args()


def main() -> int:
    given = arguments()
    given.work = given.work.resolve()
    given.work.mkdir(parents=True, exist_ok=True)
    if not (given.work / "published.json").exists():
        oracles.convert(
            model_of(given), given.work / "converted.json", given.work / "published.json"
        )
    differ = 0
    for name in given.sets:
        text_file = make_texts(name, given)
        for pipeline in given.pipelines:
            expected = make_expected(name, pipeline, given)
            for side in given.sides:
                start = time.time()
                out = given.work / f"{name}.{pipeline}.{side}"
                out.unlink(missing_ok=True)
                SIDES[side](pipeline, text_file, out, given)
                found = numpy.fromfile(out, dtype="<u4")
                if len(found) != len(expected):
                    sys.exit(f"expected {len(expected)} results of {out}, found {len(found)}")
                wrong = numpy.flatnonzero(found != expected)
                differ += len(wrong)
                print(
                    f"{name:8} {pipeline:14} {side:7} {len(wrong):8} of {len(expected)} differ"
                    f"  ({time.time() - start:.0f} s)",
                    flush=True,
                )
                if len(wrong) > 0:
                    all_texts = texts.read(text_file)
                    for i in wrong[:5]:
                        print(f"    {i}: {ascii(all_texts[i])[:120]}")
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main())
