# SPDX-License-Identifier: Apache-2.0
"""The tokenizer and the pipeline against the real libraries, in several versions; see README.md."""

import argparse
import pathlib
import subprocess
import sys
import tempfile
from array import array
from collections.abc import Iterator

import environments
import ours
import texts
from results import Results, table

ROOT = ours.ROOT
SETS = ["lines", "alone", "between", "after", "random"]
FORMS = ["published", "converted", "saved", "vocabulary", "uncased"]


def text_file(name: str, count: int, given: argparse.Namespace) -> pathlib.Path:
    """The set's texts; `count` is of the sets that are no list of all scalar values."""
    makers = {
        "lines": lambda: texts.lines(given.data / "text", count),
        "random": lambda: texts.randoms(count),
        "alone": lambda: texts.scalars("", ""),
        "between": lambda: texts.scalars("x", "y"),
        "after": lambda: texts.scalars("a", ""),
    }
    stem = f"{name}-{count}" if name in ("lines", "random") else name
    path = given.work / "texts" / f"{stem}.texts"
    if not path.exists():
        part = path.with_suffix(".part")
        texts.write(part, makers[name]())
        part.rename(path)
    return path


def counts_of(name: str, given: argparse.Namespace) -> dict[str, int]:
    """How many texts of a set each side is compared with."""
    if name == "lines":
        return {"native": given.lines, "wasm": min(given.lines, given.wasm_lines)}
    return dict.fromkeys(ours.SIDES, given.random if name == "random" else texts.SCALARS)


def fingerprints(path: pathlib.Path) -> array:
    return array("I", path.read_bytes())


def compare(wanted: dict, folder: pathlib.Path, expected: pathlib.Path, given) -> dict:
    """Our side now, with the texts' fingerprints in `expected`, which may be of more texts."""
    file = text_file(wanted["set"], wanted["texts"], given)
    with tempfile.TemporaryDirectory(dir=given.work) as place:
        out = pathlib.Path(place) / "out"
        ours.tokenize(wanted["side"], folder, wanted["mode"], file, out, given)
        found = fingerprints(out)
    reference = fingerprints(expected)[: wanted["texts"]]
    if len(found) != len(reference):
        sys.exit(f"expected {len(reference)} results of {file}, found {len(found)}")
    wrong = [i for i, each in enumerate(found) if each != reference[i]]
    all_texts = texts.read(file) if wrong else []
    for i in wrong[:5]:
        print(f"    {i}: {ascii(all_texts[i])[:120]}")
    return wanted | {"differing": len(wrong)}


def run_oracle(environment, what: str, out: pathlib.Path, *arguments) -> None:
    out.mkdir(parents=True, exist_ok=True)
    command = [environment.python, str(environments.ORACLES), what, str(out)]
    subprocess.run([*command, *map(str, arguments)], check=True)


def against_tokenizers(environment, forms: list[pathlib.Path], given) -> Iterator[dict]:
    """The rows of each set and form, natively and as WebAssembly."""
    out = given.work / "expected" / environment.transformers
    stems = {name: text_file(name, counts_of(name, given)["native"], given) for name in given.sets}
    run_oracle(environment, "tokenizers", out, "--forms", *forms, "--texts", *stems.values())
    subject = subject_of(environment)
    for name, file in stems.items():
        for form in forms:
            expected = out / f"{form.name}.{file.stem}.expected"
            yield from both_sides(subject | {"set": name, "form": form.name}, form, expected, given)


def against_sentencepiece(environment, form: pathlib.Path, given) -> Iterator[dict]:
    version = environment.versions["sentencepiece"]
    out = given.work / "expected" / f"sentencepiece-{version}"
    subject = {"package": "sentencepiece", "version": version, "beside": {}, "mode": "sentencepiece"}
    for name in given.sets:
        file = text_file(name, counts_of(name, given)["native"], given)
        model = form / "sentencepiece.bpe.model"
        run_oracle(environment, "sentencepiece", out, "--model", model, "--texts", file)
        expected = out / f"sentencepiece.{file.stem}.expected"
        yield from both_sides(subject | {"set": name, "form": form.name}, form, expected, given)


def against_pipeline(environment, given) -> Iterator[dict]:
    """The real pipeline's records for random cases; needs torch."""
    compat = environment.compat
    cases = given.work / f"cases-{environment.transformers}-{given.cases}-{given.seed}.json.gz"
    if not cases.exists():
        script = ROOT / "tests/golden/make_pipeline_cases.py"
        options = ["--cases", given.cases, "--seed", given.seed, "--out", cases]
        subprocess.run([environment.python, str(script), *map(str, options)], check=True)
    common = subject_of(environment) | {"set": "pipeline", "side": "wasm", "build": given.builds["wasm"]}
    for form, found in ours.pipeline(cases, compat, given.node).items():
        for each in found["first"]:
            print(f"    {ascii(each)[:400]}")
        yield common | {"form": form, "texts": found["cases"], "differing": found["differing"]}


def subject_of(environment) -> dict:
    return {
        "package": "transformers",
        "version": environment.transformers,
        "beside": {"tokenizers": environment.versions["tokenizers"]},
        "mode": environment.compat,
    }


def both_sides(common: dict, folder: pathlib.Path, expected: pathlib.Path, given) -> Iterator[dict]:
    counts = counts_of(common["set"], given)
    for side in given.sides:
        wanted = common | {"side": side, "texts": counts[side], "build": given.builds[side]}
        yield given.results.find(wanted) or compare(wanted, folder, expected, given)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=pathlib.Path, required=True, help="folder for what is made")
    parser.add_argument("--transformers", nargs="+", default=["4.57.6", "newest"], metavar="VERSION")
    parser.add_argument(
        "--python", nargs="+", default=[], help="of environments that exist: used for their versions"
    )
    parser.add_argument("--data", type=pathlib.Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--node", default="node")
    parser.add_argument(
        "--in-toolchain",
        action="store_true",
        help="run the native tool in the private root of the set-up, which sees only the checkout",
    )
    parser.add_argument("--lines", type=int, default=300_000)
    parser.add_argument("--wasm-lines", type=int, default=300_000, help="of these, as WebAssembly")
    parser.add_argument("--random", type=int, default=100_000)
    parser.add_argument("--sets", nargs="*", choices=SETS, default=SETS)
    parser.add_argument("--forms", nargs="+", choices=FORMS, default=FORMS)
    parser.add_argument("--sides", nargs="+", choices=ours.SIDES, default=ours.SIDES)
    parser.add_argument("--cases", type=int, default=0, help="of the pipeline; needs torch")
    parser.add_argument("--seed", type=int, default=1, help="of the pipeline's cases")
    parser.add_argument("--table", type=pathlib.Path, help="a Markdown file to write")
    return parser.parse_args()


def all_results(given: argparse.Namespace) -> Iterator[dict]:
    found = environments.find(given.transformers, given.python, given.work, given.cases > 0)
    model = given.data / "xlmr" / "sentencepiece.bpe.model"
    forms = ours.make_forms(model, given.work / "forms", given.node)
    chosen = [form for form in forms if form.name in given.forms]
    for environment in found:
        if given.sets:
            yield from against_tokenizers(environment, chosen, given)
        if given.cases > 0:
            yield from against_pipeline(environment, given)
    for form in chosen:
        if given.sets and form.name == "vocabulary":
            yield from against_sentencepiece(found[-1], form, given)


def main() -> int:
    given = arguments()
    given.work = given.work.resolve()
    (given.work / "texts").mkdir(parents=True, exist_ok=True)
    given.builds = {side: ours.build_of(side) for side in ours.SIDES}
    given.results = Results(given.work / "results")
    differ = 0
    for row in all_results(given):
        given.results.put(row)
        differ += row["differing"]
        names = [row[key] for key in ("package", "version", "set", "form", "side")]
        counts = f"{row['differing']} of {row['texts']} differ"
        print(*(f"{name:12}" for name in names), counts, flush=True)
    if given.table is not None:
        rows = given.results.of_builds(given.builds)
        given.table.write_text(table(rows, [*SETS, "pipeline"]))
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main())
