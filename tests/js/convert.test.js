// SPDX-License-Identifier: Apache-2.0

import { createHash } from "node:crypto";
import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Worker } from "node:worker_threads";

import { afterEach, describe, expect, test } from "@jest/globals";

import { pipeline } from "../../dist/node/index.js";
import { copyOfTiny, golden, removeCopies, root, run, sentence, use } from "./support.js";

afterEach(removeCopies);

const texts = golden.cases.map(({ text }) => text);
const published = "model.safetensors";
const bytesOf = (folder, file = published) => readFileSync(path.join(folder, file));

/** The JSON of a safetensors file's header. */
function headerOf(bytes) {
  const size = Number(bytes.readBigUInt64LE());
  return { end: 8 + size, ...JSON.parse(bytes.subarray(8, 8 + size)) };
}

/** Puts a NaN where a tensor begins. */
function spoil(folder, tensor) {
  const bytes = bytesOf(folder);
  const header = headerOf(bytes);
  bytes.writeFloatLE(NaN, header.end + header[tensor].data_offsets[0]);
  writeFileSync(path.join(folder, published), bytes);
}

const records = (folder, options) =>
  use(pipeline("ner", folder, options), (ner) => ner(texts, { aggregation_strategy: "simple" }));

describe("xlmr-ner convert", () => {
  test("writes q8 weights that give what quantising while loading gives", async () => {
    const folder = copyOfTiny();
    const before = readdirSync(folder);
    const expected = await records(folder, { dtype: "q8" });
    const { code, stdout, stderr } = await run(["convert", folder]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
    expect(stderr).toMatch(
      /model\.q8\.safetensors: 0\.1 MB, made of 0\.1 MB\nMeasured on 26 sentences of \d+ tokens: logits differ by \d\.\d\d % .* at most; \d+ tokens? ha(s|ve) another label\.\n$/,
    );
    const written = ["model.q8.safetensors", "verification.json"];
    expect(readdirSync(folder).sort()).toEqual([...before, ...written].sort());
    expect(await records(folder, { dtype: "q8" })).toEqual(expected);
    await use(pipeline("ner", folder), (ner) =>
      expect(ner.info()).toMatchObject({ weights: "model.q8.safetensors", backend: "xnnpack" }),
    );
  });

  test.each(["q8", "q4"])("--json says what %s weights cost", async (dtype) => {
    const folder = copyOfTiny();
    const { code, stdout } = await run(["convert", folder, "--dtype", dtype, "--json"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^[^\n]*\n$/);
    const source = bytesOf(folder);
    const file = `model.${dtype}.safetensors`;
    const written = bytesOf(folder, file);
    const sha256 = createHash("sha256").update(source).digest("hex");
    const { error, ...conversion } = JSON.parse(stdout);
    expect(conversion).toEqual({
      file: path.join(folder, file),
      bytes: written.length,
      source_bytes: source.length,
      source_sha256: sha256,
      dtype,
    });
    expect(headerOf(written).__metadata__).toEqual({
      format: "xlmr-ner",
      version: "1",
      dtype,
      ...(dtype === "q4" ? { group: "32" } : {}),
      source_sha256: sha256,
    });
    expect(error.tokens).toBeGreaterThan(500);
    expect(error.logit_range).toBeGreaterThan(5);
    expect(error.mean).toBeGreaterThan(0);
    expect(error.largest).toBeGreaterThan(error.mean);
    expect(error.mean).toBeLessThan(dtype === "q8" ? 0.005 : 0.05);
    expect(error.changed_labels).toBeLessThan(error.tokens * (dtype === "q8" ? 0.02 : 0.15));
  });

  test("--out makes a model folder of its own", async () => {
    const folder = copyOfTiny();
    const out = path.join(folder, "made", "for", "it");
    const { code } = await run(["convert", folder, "--dtype", "q4", "--out", out]);
    expect(code).toBe(0);
    expect(readdirSync(out).sort()).toEqual([
      "config.json",
      "model.q4.safetensors",
      "sentencepiece.bpe.model",
      "verification.json",
    ]);
    expect(bytesOf(out, "config.json")).toEqual(bytesOf(folder, "config.json"));
    const [found] = await use(pipeline("ner", out), (ner) =>
      ner([sentence], { aggregation_strategy: "simple" }),
    );
    expect(found.map(({ word }) => word)).toEqual(["Angela Merkel", "Paris"]);
  });

  test("replaces a file that is there, and leaves it alone where it fails", async () => {
    const folder = copyOfTiny();
    const file = path.join(folder, "model.q8.safetensors");
    writeFileSync(file, "old");
    spoil(folder, "classifier.weight"); // the last that is read
    const before = readdirSync(folder);
    const failed = await run(["convert", folder]);
    expect({ code: failed.code, stdout: failed.stdout }).toEqual({ code: 1, stdout: "" });
    expect(failed.stderr).toMatch(
      /^xlmr-ner: .*model\.safetensors: checkpoint: classifier\.weight: expected finite numbers, found nan at element 0\n$/,
    );
    expect(readdirSync(folder)).toEqual(before);
    expect(readFileSync(file, "utf8")).toBe("old");

    const whole = copyOfTiny();
    writeFileSync(path.join(folder, published), bytesOf(whole));
    expect((await run(["convert", folder])).code).toBe(0);
    expect(headerOf(readFileSync(file)).__metadata__.dtype).toBe("q8");
  });

  test("an abort leaves nothing behind", async () => {
    const folder = copyOfTiny();
    const before = readdirSync(folder);
    // The core's glue is loaded in a thread, as always.
    const code = `
      const { parentPort, workerData: { root, folder } } = require("node:worker_threads");
      const { readdirSync } = require("node:fs");
      import(root + "dist/node/convert/convert_folder.js").then(async ({ convertFolder }) => {
        const abort = new AbortController();
        let meanwhile = [];
        const onProgress = (phase) => {
          if (phase !== "convert") return;
          meanwhile = readdirSync(folder);
          abort.abort(new Error("enough"));
        };
        const options = { dtype: "q8", out: undefined, texts: [], signal: abort.signal, onProgress };
        const message = await convertFolder(folder, options).catch((error) => error.message);
        parentPort.postMessage({ message, meanwhile });
        process.exit();
      });`;
    const { message, meanwhile } = await new Promise((resolve, reject) => {
      const worker = new Worker(code, { eval: true, workerData: { root, folder } });
      worker.on("message", resolve).on("error", reject);
    });
    expect(message).toBe("enough");
    expect(meanwhile).toHaveLength(before.length + 1);
    expect(readdirSync(folder)).toEqual(before);
  });

  test.each([
    ["no folder", [], 2, "convert: expected one DIR, found 0"],
    ["two folders", ["a", "b"], 2, "convert: expected one DIR, found 2"],
    ["no such dtype", ["a", "--dtype", "fp16"], 2, "--dtype: expected q8 or q4, found fp16"],
    ["no model", ["/nowhere"], 1, "expected a model folder at /nowhere, found nothing"],
  ])("with %s it says so", async (_, args, code, message) => {
    const { stderr, ...rest } = await run(["convert", ...args]);
    expect(rest).toMatchObject({ code, stdout: "" });
    expect(stderr).toContain(`xlmr-ner: ${message}\n`);
  });

  test.each(["config.json", "sentencepiece.bpe.model", published])(
    "a folder without %s is no model to convert",
    async (file) => {
      const folder = copyOfTiny();
      rmSync(path.join(folder, file));
      const before = readdirSync(folder);
      const { code, stderr } = await run(["convert", folder]);
      expect(code).toBe(1);
      expect(stderr).toContain(file);
      expect(stderr).not.toMatch(/\n +at /);
      expect(readdirSync(folder)).toEqual(before);
    },
  );

  test("weights that are quantised already are refused", async () => {
    const folder = copyOfTiny();
    await run(["convert", folder]);
    writeFileSync(path.join(folder, published), bytesOf(folder, "model.q8.safetensors"));
    const { code, stderr } = await run(["convert", folder, "--dtype", "q4"]);
    expect(code).toBe(1);
    expect(stderr).toContain(
      'checkpoint: __metadata__.dtype: expected weights as published, found "q8"',
    );
    expect(readdirSync(folder)).not.toContain("model.q4.safetensors");
  });

  test("q4 is refused for rows that are no whole groups", async () => {
    const folder = copyOfTiny();
    const config = JSON.parse(bytesOf(folder, "config.json"));
    const json = JSON.stringify({ ...config, intermediate_size: 80 });
    writeFileSync(path.join(folder, "config.json"), json);
    const { code, stderr } = await run(["convert", folder, "--dtype", "q4"]);
    expect(code).toBe(1);
    expect(stderr).toContain("expected q8 for rows of 80 numbers");
  });

  test("an output folder that cannot be made is a failure", async () => {
    const folder = copyOfTiny();
    const out = path.join(folder, "config.json", "below");
    const { code, stderr } = await run(["convert", folder, "--out", out]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^xlmr-ner: ENOTDIR[^\n]*\n$/);
  });
});
