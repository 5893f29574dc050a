// SPDX-License-Identifier: Apache-2.0
// The commands of docs/finetune.md that need Python run as they stand, and print what is shown. They run with
// the first interpreter of $XLMR_NER_FINETUNE_PYTHONS, or python3, and are skipped, and say so, where that
// lacks a package. The cache of the Hugging Face tools has a tiny model under the ids of XLM-R.

import { execFile, spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

import { afterAll, beforeAll, expect, test } from "@jest/globals";

import { blocksFor, commandsOf, difference, nameOf } from "./docs/blocks.js";
import { root, tiny } from "./support.js";

const [python] = (process.env.XLMR_NER_FINETUNE_PYTHONS ?? "python3").split(path.delimiter);
const modules = "import accelerate, seqeval, torch, torchcrf, transformers";
const has = spawnSync(python, ["-c", modules], { stdio: "ignore" }).status === 0;

/** As huggingface_hub keeps what it has downloaded. */
function fillCache(cache) {
  const commit = "0".repeat(40);
  for (const name of ["xlm-roberta-base", "xlm-roberta-large"]) {
    const model = path.join(cache, `models--FacebookAI--${name}`);
    cpSync(tiny, path.join(model, "snapshots", commit), { recursive: true });
    mkdirSync(path.join(model, "refs"));
    writeFileSync(path.join(model, "refs/main"), commit);
  }
}

/** The files that the page speaks of, of the sentences that Python's tests have. */
const makeFiles = `
import json
from support import conll, sentences, stockmark
def write(name, text, encoding="utf-8"):
    with open(name, "w", encoding=encoding) as file:
        file.write(text)
for part, count, seed in (("train", 90, 4), ("dev", 50, 2)):
    write(f"{part}.conll", conll(count, seed))
    write(f"ner_{part}.json", json.dumps(stockmark(count - count // 3 if part == "train" else 40, seed)))
names = ["O", *(f"{prefix}-{kind}" for kind in ("PER", "LOC", "ORG") for prefix in "BI")]
write("label.json", json.dumps({name: at for at, name in enumerate(names)}))
for part, count, seed in (("train", 60, 1), ("dev", 30, 2)):
    rows = sentences(count, seed)
    lines = ({"tokens": [w for w, _ in row], "tags": [names.index(t) for _, t in row]} for row in rows)
    write(f"{part}.json", "".join(json.dumps(line) + "\\n" for line in lines))
    write(f"he.{part}", "\\n".join("".join(f"he:{w}\\t{t}\\n" for w, t in row) for row in rows[:20]))
latin = lambda count, seed: conll(count, seed).replace("Łódź", "Köln")
write("ned.train", latin(60, 1), "iso-8859-1")
write("ned.testa", latin(30, 2), "iso-8859-1")
`;

let folder, env;
beforeAll(() => {
  if (!has) return;
  folder = mkdtempSync(path.join(tmpdir(), "xlmr-ner-finetune-"));
  fillCache(path.join(folder, "hf/hub"));
  const bin = path.join(folder, "bin");
  for (const name of [bin, path.join(folder, "node_modules/.bin")]) {
    mkdirSync(name, { recursive: true });
  }
  // A link to a virtual environment's program would not be of that environment.
  writeFileSync(path.join(bin, "python"), `#!/bin/sh\nexec "${python}" "$@"\n`);
  chmodSync(path.join(bin, "python"), 0o755);
  symlinkSync(path.join(root, "models"), path.join(folder, "models"));
  const command = path.join(root, "dist/node/cli/main.js");
  symlinkSync(command, path.join(folder, "node_modules/.bin/xlmr-ner"));
  env = {
    ...process.env,
    PATH: `${bin}${path.delimiter}${process.env.PATH}`,
    PYTHONDONTWRITEBYTECODE: "1",
    OMP_NUM_THREADS: "1",
    HF_HOME: path.join(folder, "hf"),
    HF_HUB_OFFLINE: "1",
  };
  const support = path.join(root, "tests/python/finetuning/with_transformers");
  const made = spawnSync("python", ["-c", makeFiles], {
    cwd: folder,
    encoding: "utf8",
    env: { ...env, PYTHONPATH: support },
  });
  expect({ status: made.status, stderr: made.stderr }).toEqual({ status: 0, stderr: "" });
});
afterAll(() => {
  if (folder !== undefined) rmSync(folder, { recursive: true });
});

const run = has ? test : test.skip;
const why = has
  ? ""
  : ` (skipped: ${python} has no torch, transformers, accelerate, seqeval, pytorch-crf)`;

for (const block of blocksFor("python")) {
  run(
    `${nameOf(block)}${why}`,
    async () => {
      for (const { command, shown } of commandsOf(block)) {
        const { stdout } = await promisify(execFile)("sh", ["-c", command], { cwd: folder, env });
        expect(shown === "" ? undefined : difference(shown, stdout)).toBeUndefined();
      }
    },
    600_000,
  );
}

test("the page has commands that need Python", () => {
  expect(blocksFor("python").length).toBeGreaterThan(2);
});
