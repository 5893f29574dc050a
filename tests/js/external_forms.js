// SPDX-License-Identifier: Apache-2.0
// One small model as safetensors, and as ONNX files with their weights beside them, by the names that
// transformers.js has; see tests/golden/make_external_forms.py.

import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync } from "node:zlib";

const archive = readFileSync(new URL("../golden/external_forms.json.gz", import.meta.url));
const recorded = JSON.parse(gunzipSync(archive).toString("utf8"));

/** Texts, and the labels of their tokens by torch, with the safetensors. */
export const { texts, labels, forms } = recorded;

/** The dtype of transformers.js by which each ONNX file is chosen. */
export const dtypes = {
  fp32: "model",
  fp16: "model_fp16",
  q8: "model_quantized",
  int8: "model_int8",
  uint8: "model_uint8",
  q4: "model_q4",
  q4f16: "model_q4f16",
  bnb4: "model_bnb4",
};

/** The model's own files, those of the named forms, and safetensors where asked for: `name → bytes`. */
export function filesOf(names, { safetensors = false } = {}) {
  const files = { ...recorded.files };
  if (!safetensors) delete files["model.safetensors"];
  for (const name of names) Object.assign(files, forms[name].files);
  return new Map(Object.entries(files).map(([name, data]) => [name, Buffer.from(data, "base64")]));
}

/** A new folder with these files. */
export function folderOf(files) {
  const folder = mkdtempSync(path.join(tmpdir(), "xlmr-ner-external-"));
  for (const [name, bytes] of files) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  return folder;
}
