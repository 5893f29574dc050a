# SPDX-License-Identifier: Apache-2.0
"""Results: what was compared and how much of it differed, kept from run to run, and its table.

A result is {package, version, beside, mode, set, form, side, build, texts, differing}. It is found
again only for the same build of ours and the same number of texts; a later one replaces it.
"""

import json
import pathlib

KEY = ["package", "version", "set", "form", "side"]


class Results:
    """A file each, so that runs of other parts may share a folder."""

    def __init__(self, folder: pathlib.Path):
        self.folder = folder
        folder.mkdir(exist_ok=True)

    def file(self, row: dict) -> pathlib.Path:
        return self.folder / f"{'.'.join(row[name] for name in KEY)}.json"

    def find(self, wanted: dict) -> dict | None:
        file = self.file(wanted)
        row = json.loads(file.read_text()) if file.exists() else None
        return row if row is not None and row.items() >= wanted.items() else None

    def put(self, row: dict) -> None:
        self.file(row).write_text(json.dumps(row, indent=1))

    def of_builds(self, builds: dict[str, str]) -> list[dict]:
        rows = [json.loads(file.read_text()) for file in sorted(self.folder.glob("*.json"))]
        return [row for row in rows if row["build"] == builds[row["side"]]]


HEAD = """# Parity

How the package compares with the Python packages of these versions: of so many texts, how many give
other ids, offsets or word ids. `pipeline` are random texts with random logits, options and labels:
there every field of every record is compared.

`tests/parity/run.py` made this page. `tests/parity/README.md` says what the sets are and how to repeat it
with other versions. The forms are those in which XLM-R's tokenizer comes:

| form | the tokenizer's files |
| --- | --- |
| `published` | tokenizer.json as its authors published it |
| `converted` | tokenizer.json as transformers 4 converts sentencepiece.bpe.model |
| `saved` | tokenizer.json as transformers 5 saves the published one again |
| `vocabulary` | sentencepiece.bpe.model alone |
| `uncased` | the converted one, which also lowers letters |
"""


def number(value: int | None) -> str:
    return "" if value is None else f"{value:,}"


def table(rows: list[dict], sets: list[str]) -> str:
    """A section for each version of a package, newest first."""
    parts = [HEAD]
    versions = {(row["package"], row["version"]): row for row in rows}
    for package, version in sorted(versions, key=lambda each: order(*each)):
        one = versions[package, version]
        beside = "".join(f", {name} {found}" for name, found in one["beside"].items())
        parts.append(f"\n## {package} {version}{beside}\n\nOurs is `{one['mode']}`.\n\n")
        parts.append("| set | form | natively | differ | as WebAssembly | differ |\n")
        parts.append("| --- | --- | ---: | ---: | ---: | ---: |\n")
        own = [row for row in rows if (row["package"], row["version"]) == (package, version)]
        for name, form in sorted(
            {(row["set"], row["form"]) for row in own}, key=lambda each: (sets.index(each[0]), each[1])
        ):
            cells = [f"`{name}`", f"`{form}`"]
            for side in ("native", "wasm"):
                here = [row for row in own if (row["set"], row["form"], row["side"]) == (name, form, side)]
                cells += [number(here[0][key]) if here else "" for key in ("texts", "differing")]
            parts.append(f"| {' | '.join(cells)} |\n")
    return "".join(parts)


def order(package: str, version: str) -> tuple:
    numbers = [-int(part) for part in version.split(".") if part.isdigit()]
    return package != "transformers", package, numbers
