// SPDX-License-Identifier: Apache-2.0
// models/train/finetune.py, whose tests are Python's, in tests/python/finetuning. Those of `plain` need Python
// 3.10 alone; those of `with_transformers` train a tiny model, evaluate it with the command of this checkout, and
// compare with seqeval, run_ner.py's loop and T-NER's. They run with each interpreter of
// $XLMR_NER_FINETUNE_PYTHONS (paths as in $PATH), or with python3; a test is skipped, and says so, for one
// that lacks a package.

import { spawnSync } from "node:child_process";
import path from "node:path";

import { expect, test } from "@jest/globals";

import { root } from "./support.js";

const pythons = (process.env.XLMR_NER_FINETUNE_PYTHONS ?? "python3").split(path.delimiter);
const train = path.join(root, "models/train");

function run(python, args) {
  return spawnSync(python, args, {
    encoding: "utf8",
    env: {
      ...process.env,
      PYTHONPATH: train,
      PYTHONIOENCODING: "utf-8",
      PYTHONDONTWRITEBYTECODE: "1",
      HF_HUB_OFFLINE: "1",
      OMP_NUM_THREADS: "1",
    },
  });
}

const versionOf = (python, script) => {
  const { status, stdout } = run(python, ["-c", script]);
  return status === 0 ? stdout.trim() : undefined;
};
const ofPython = "import sys; assert sys.version_info >= (3, 10); print(sys.version.split()[0])";
const ofTransformers =
  "import accelerate, seqeval, torch, torchcrf, transformers; print(transformers.__version__)";

function runTests(python, folder) {
  const where = path.join(root, "tests/python/finetuning", folder);
  const discover = ["-W", "ignore", "-m", "unittest", "discover", "--start-directory", where];
  const { status, stderr } = run(python, discover);
  expect({ status, stderr: status === 0 ? "" : stderr }).toEqual({ status: 0, stderr: "" });
  expect(stderr).toMatch(/^Ran [1-9]\d* tests/m);
}

for (const python of pythons) {
  const version = versionOf(python, ofPython);
  const [plain, why] = version ? [test, version] : [test.skip, "skipped: no Python 3.10"];
  plain(`readers, alignments, options: ${python} (${why})`, () => runTests(python, "plain"));

  const library = versionOf(python, ofTransformers);
  const [whole, reason] = library
    ? [test, `transformers ${library}`]
    : [test.skip, "skipped: no torch, transformers, accelerate, seqeval and pytorch-crf"];
  whole(`training: ${python} (${reason})`, () => runTests(python, "with_transformers"), 600_000);
}

const [python = "python3"] = pythons;
const testPlain = versionOf(python, ofPython) === undefined ? test.skip : test;

testPlain.each([
  [["--train", "none.conll", "--dev", "none.conll"], 1, "none.conll: expected a file that can be"],
  [["--train", "x", "--dev", "x", "--crf"], 2, "--crf: expected --align all"],
  [["--train", "x"], 2, "the following arguments are required: --dev"],
  [["--train", "x", "--dev", "x", "--rate", "0"], 2, "argument --rate: invalid positive float"],
])("finetune.py %j ends with %i", (args, code, message) => {
  const output = path.join(root, "build/never");
  const script = path.join(train, "finetune.py");
  const { status, stdout, stderr } = run(python, [script, ...args, "--output", output]);
  expect({ status, stdout }).toEqual({ status: code, stdout: "" });
  expect(stderr).toContain(message);
  expect(stderr).not.toContain("Traceback");
});
