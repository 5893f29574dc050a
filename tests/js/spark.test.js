// SPDX-License-Identifier: Apache-2.0
// node/spark on a real cluster of this machine, local-cluster[2,1,1024]: tests/spark/checks.py with the pyspark of
// $XLMR_NER_SPARK_PYTHON or python3, and Java; and the blocks of docs/spark.md. Where one is not there the tests are skipped, and say so.

import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";

import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";

import { blocksFor, difference, nameOf } from "./docs/blocks.js";
import { root } from "./support.js";

const python = process.env.XLMR_NER_SPARK_PYTHON || "python3";
const works = (command, ...args) => spawnSync(command, args, { stdio: "ignore" }).status === 0;
const missing = [
  [`pyspark in ${python}`, () => works(python, "-c", "import pyspark, pyarrow, pandas")],
  ["Java", () => works("java", "-version")],
].find(([, isThere]) => !isThere());
const [run, why] =
  missing === undefined ? [describe, ""] : [describe.skip, ` (skipped: no ${missing[0]})`];

run(`on a cluster${why}`, () => {
  let results;
  beforeAll(async () => (results = await runChecks()), 1_500_000);

  test.each([
    "rows_equal_one_process",
    "a_killed_tagger_fails_its_task_and_the_next_try_succeeds",
    "an_end_in_the_middle_with_exit_status_0_loses_no_row",
    "one_text_in_error_is_said_in_its_row",
    "other_columns_go_through_as_they_are",
    "node_is_made_executable",
    "words_have_tags",
    "spark_nlp_columns_are_those_of_the_command",
    "a_tagger_is_kept_for_the_next_task",
    "reports_are_those_of_all_rows_together",
    "pipe_and_transform_do_the_same",
  ])("%s", (name) => {
    const { problem } = results.get(name) ?? { problem: results.get("stderr") };
    expect(problem).toBeNull();
  });

  test("there are no other checks", () => {
    const names = [...results.keys()].filter((name) => !name.startsWith("doc"));
    expect(names.length).toBe(12);
  });

  test.each(blocksFor("spark").map((block) => [nameOf(block), block]))("%s", (_, block) => {
    const { file, line, output = "" } = block;
    const result = results.get(`${file}:${line}`) ?? results.get("documents");
    expect(result?.problem ?? null).toBeNull();
    expect(difference(output, result?.printed)).toBeUndefined();
  });
});

const nlp = process.env.XLMR_NER_SPARKNLP_PYTHON || "python3";
const jar = process.env.XLMR_NER_SPARKNLP_JAR ?? "";
const hasNlp = existsSync(jar) && works(nlp, "-c", "import pyspark, sparknlp");
const [runNlp, whyNot] = hasNlp
  ? [test, ""]
  : [test.skip, " (skipped: no Spark NLP in $XLMR_NER_SPARKNLP_PYTHON and $XLMR_NER_SPARKNLP_JAR)"];

runNlp(
  `Spark NLP's NerConverter finds the chunks of 200 texts${whyNot}`,
  async () => {
    const { stdout, stderr } = await runPython(nlp, ["nerconverter.py", jar]);
    const found = /^\{.*\}$/m.exec(stdout)?.[0] ?? stderr.slice(-4000);
    expect(JSON.parse(found)).toMatchObject({ texts: 200, equal: 200 });
  },
  300_000,
);

/** What each check found, by its name, and what was said besides. */
async function runChecks() {
  const { stdout, stderr } = await runPython(python, ["checks.py"]);
  const lines = stdout.split("\n").filter((line) => line.startsWith("{"));
  const results = lines.map(JSON.parse).map((result) => [result.name, result]);
  return new Map([...results, ["stderr", stderr.slice(-4000)]]);
}

const children = [];
afterAll(() => {
  for (const child of children) child.kill();
});

function runPython(program, [script, ...args]) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, [path.join(root, "tests/spark", script), ...args], {
      env: { ...process.env, XLMR_NER_NODE: process.execPath, NODE_OPTIONS: "" },
    });
    children.push(child);
    const out = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"]) {
      child[name].setEncoding("utf8").on("data", (text) => (out[name] += text));
    }
    child.on("error", reject);
    child.on("close", () => resolve(out));
  });
}
