// SPDX-License-Identifier: Apache-2.0
// One small model as today's exporters and quantisers write it; see tests/golden/make_onnx_exports.py.

import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync } from "node:zlib";

const archive = readFileSync(new URL("../golden/onnx_exports.json.gz", import.meta.url));
const recorded = JSON.parse(gunzipSync(archive).toString("utf8"));

/** Texts, and for each form the labels of their tokens by ONNX Runtime in Python. */
export const { texts, forms } = recorded;

export const formNames = Object.keys(forms);

/** The files of a form and of the model, as `name → bytes`. */
export function filesOf(form) {
  const files = { ...recorded.files, ...forms[form].files };
  return new Map(Object.entries(files).map(([name, data]) => [name, Buffer.from(data, "base64")]));
}

/** A new folder with the files of a form. */
export function folderOf(form) {
  const folder = mkdtempSync(path.join(tmpdir(), `xlmr-ner-${form}-`));
  for (const [name, bytes] of filesOf(form)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  return folder;
}
