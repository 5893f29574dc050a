// SPDX-License-Identifier: Apache-2.0
//
// transformers.js as a user installs it, and one base-size model for it and for this package.
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { configOf, shapes } from "./counter_weights.mjs";
import { Models } from "./engine_models.mjs";

export const rival = "@huggingface/transformers@4.3.2";
const here = dirname(fileURLToPath(import.meta.url));

/**
 * The base shape with the embedded model's tokenizer, in `folder`/ours and `folder`/theirs, as each of the two wants
 * it. The tokenizer.json is one that is there, or made by a Python with transformers.
 */
export function makeModels(folder, given) {
  const embedded = join(here, "../../models/default");
  const shape = { ...shapes.base, vocab: 40_002, spread: "normal" };
  const config = configOf(shape);
  config.label2id = Object.fromEntries(Object.entries(config.id2label).map(([i, l]) => [l, +i]));
  const models = new Models(folder);
  mkdirSync(join(folder, "theirs/onnx"), { recursive: true });
  mkdirSync(join(folder, "ours"));
  const move = (dtype, form, to) =>
    renameSync(models.file({ name: "base", shape, dtype }, form), join(folder, to));
  move("q8", undefined, "ours/model.q8.safetensors");
  move("q8", "plain", "theirs/onnx/model_quantized.onnx");
  move("fp32", "plain", "theirs/onnx/model.onnx");
  for (const name of ["ours", "theirs"]) {
    writeFileSync(join(folder, name, "config.json"), JSON.stringify(config));
    const tokenizer = "tokenizer_config.json";
    copyFileSync(join(embedded, tokenizer), join(folder, name, tokenizer));
  }
  const pieces = "sentencepiece.bpe.model";
  copyFileSync(join(embedded, pieces), join(folder, "ours", pieces));
  const json = join(folder, "theirs/tokenizer.json");
  if (given.json !== undefined) return copyFileSync(given.json, json);
  const convert = [join(here, "contender_rust.py"), "--convert", join(embedded, pieces), json];
  execFileSync(given.python, convert, { stdio: "inherit" });
}

/** Installs it into `folder`. */
export function installRival(folder) {
  writeFileSync(join(folder, "package.json"), '{ "private": true }');
  execFileSync("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund", rival], {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
  });
}
