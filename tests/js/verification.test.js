// SPDX-License-Identifier: Apache-2.0

import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

import { afterEach, expect, test } from "@jest/globals";

import { pipeline } from "../../dist/node/index.js";
import { labelsOf } from "#js/worker/verification.js";
import { copyOfTiny, removeCopies, run, use } from "./support.js";

afterEach(removeCopies);

const file = "verification.json";

async function converted() {
  const folder = copyOfTiny();
  expect((await run(["convert", folder])).code).toBe(0);
  return folder;
}

const verification = (folder, options) =>
  use(pipeline("ner", folder, { verify: true, ...options }), (ner) => ner.info().verification);

/** Changes the numbers of a tensor of the converted weights. */
function spoil(folder, tensor, change) {
  const where = path.join(folder, "model.q8.safetensors");
  const bytes = readFileSync(where);
  const begin = 8 + Number(bytes.readBigUInt64LE());
  const header = JSON.parse(bytes.subarray(8, begin));
  const [from, to] = header[tensor].data_offsets;
  change(bytes.subarray(begin + from, begin + to));
  writeFileSync(where, bytes);
}

test("a converted model agrees with its float32 weights", async () => {
  const folder = await converted();
  const { sentences, tokens, same, agreement } = await verification(folder);
  expect(sentences).toBe(26);
  expect(tokens).toBeGreaterThan(500);
  expect(same / tokens).toBe(agreement);
  expect(agreement).toBeGreaterThan(0.99);
  // In float32 the published weights are those that the labels came from.
  expect(await verification(folder, { dtype: "fp32" })).toMatchObject({ agreement: 1 });
});

test("the embedded model does, too", async () => {
  const { agreement } = await verification(undefined);
  expect(agreement).toBeGreaterThan(0.99);
});

test("broken weights do not", async () => {
  const folder = await converted();
  spoil(folder, "classifier.weight", (bytes) => bytes.fill(0));
  expect((await verification(folder)).agreement).toBeLessThan(0.9);
});

test("it is not looked for unless asked for", async () => {
  await use(pipeline("ner", copyOfTiny()), (ner) =>
    expect(ner.info().verification).toBeUndefined(),
  );
});

test.each([
  ["none", undefined, "no such file"],
  ["no JSON", "{", "expected JSON"],
  ["another form", '{"format": "other"}', "expected sentences with labels"],
  ["null", "null", "expected sentences with labels"],
])("%s is a typed error", async (_, content, message) => {
  const folder = copyOfTiny();
  if (content !== undefined) writeFileSync(path.join(folder, file), content);
  await expect(verification(folder)).rejects.toMatchObject({
    code: "model_file",
    message: expect.stringMatching(new RegExp(`${file}.*${message}`)),
  });
});

test("xlmr-ner info says how a model runs", async () => {
  const folder = await converted();
  const plain = await run(["info", "--model", folder]);
  expect(plain).toMatchObject({ code: 0, stdout: expect.stringContaining("backend: xnnpack\n") });
  expect(plain.stdout).not.toContain("verified");
  const { code, stdout } = await run(["info", "--model", folder, "--verify"]);
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /verified: \d+ of \d+ tokens in 26 sentences have the label .* \(\d+\.\d\d %\)\n$/,
  );
  const json = JSON.parse((await run(["info", "--model", folder, "--verify", "--json"])).stdout);
  expect(json.verification.sentences).toBe(26);
  expect((await run(["info", "text"])).code).toBe(2);
});

test("labels are those of the largest logits, the first of equal ones", () => {
  expect(labelsOf([0, 2, 1, 3, 3, 0], ["O", "PER", "LOC"])).toEqual(["PER", "O"]);
});
