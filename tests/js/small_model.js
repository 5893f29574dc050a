// SPDX-License-Identifier: Apache-2.0
// Folders of the small model that the scripts of tests/golden made (small_model.py), and what Python
// says of each.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";

import { copyOfTiny, golden, root } from "./support.js";

export const texts = golden.cases.slice(0, 8).map(({ text }) => text);

export function readGolden(name) {
  return JSON.parse(gunzipSync(readFileSync(path.join(root, "tests/golden", name))));
}

/** A folder with `files`, base64 by path, and the tiny model's vocabulary; removeCopies() takes it away. */
export function folderOf(files) {
  const folder = copyOfTiny();
  for (const name of ["config.json", "model.safetensors", "onnx"]) {
    rmSync(path.join(folder, name), { recursive: true });
  }
  for (const [name, bytes] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, Buffer.from(bytes, "base64"));
  }
  return folder;
}

/** Probabilities of each text's tokens, in the order of the labels. */
export async function probabilitiesOf(ner, of = texts) {
  const { labels } = ner.info();
  const found = [];
  for (const text of of) {
    const records = await ner(text, { ignore_labels: [], top_k: labels.length });
    found.push(
      records.map(({ labels: all }) =>
        labels.map((label) => all.find((each) => each.label === label).score),
      ),
    );
  }
  return found;
}

/** The largest difference of two lists of probabilities, which are equally long. */
export function largestDifference(found, expected) {
  let largest = 0;
  if (found.length !== expected.length) throw new Error("expected as many texts");
  for (const [text, rows] of expected.entries()) {
    if (found[text].length !== rows.length) throw new Error(`expected as many tokens: ${text}`);
    for (const [token, row] of rows.entries()) {
      if (found[text][token].length !== row.length) throw new Error("expected as many labels");
      for (const [label, probability] of row.entries()) {
        largest = Math.max(largest, Math.abs(found[text][token][label] - probability));
      }
    }
  }
  return largest;
}

/** A folder of `files` with an adapter's, whose base model is `name`. */
export function adapterFolder(adapter, name, files = {}) {
  const folder = folderOf({ ...files, ...adapter.files });
  editAdapterConfig(folder, (config) => (config.base_model_name_or_path = name));
  return folder;
}

export function editAdapterConfig(folder, change) {
  const file = path.join(folder, "adapter_config.json");
  const config = JSON.parse(readFileSync(file));
  change(config);
  writeFileSync(file, JSON.stringify(config));
}
