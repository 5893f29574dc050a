// SPDX-License-Identifier: Apache-2.0

import { argumentError } from "../base/checks.js";
import { ModelFileError } from "../base/errors.js";
import { blobFiles } from "./blob_files.js";
import { adapterConfigFile, configFile } from "./model_files.js";
import type { ModelFiles } from "./model_files.js";

/** What a worker loads a model from: a name that its host resolves, or the files themselves. */
export type ModelSource = string | BlobModel;

export interface BlobModel {
  /** For messages and `info()`. */
  name: string;
  /** By their paths within the model. */
  files: ReadonlyMap<string, Blob>;
}

/** Undefined for the embedded model. */
export function checkModel(model: unknown): ModelSource | undefined {
  if (model === undefined || (typeof model === "string" && model !== "")) return model;
  if (model instanceof URL) return model.href;
  const found = Array.isArray(model) ? entriesOf(model) : Object.entries(Object(model) as object);
  const isObject = typeof model === "object" && model !== null;
  if (isObject && found.every(([, blob]) => blob instanceof Blob)) {
    return blobModel(found as [string, Blob][]);
  }
  throw argumentError(
    "model",
    "a hub id, a URL, the path of a model folder, a list of Files or an object of Blobs by name",
    model,
  );
}

export async function openSource(
  source: ModelSource,
  open: (name: string) => Promise<ModelFiles>,
): Promise<ModelFiles> {
  return typeof source === "string" ? open(source) : blobFiles(source.name, source.files);
}

function entriesOf(files: unknown[]): [string, unknown][] {
  return files.map((file) => {
    const { name, webkitRelativePath } = Object(file) as Partial<File>;
    const path = webkitRelativePath === "" ? undefined : webkitRelativePath;
    return [path ?? name ?? "", file];
  });
}

/**
 * A folder that was chosen or dropped has its own name before each path; the model is where
 * `config.json` is, the outermost of several.
 *
 *     [['ner/config.json', …], ['ner/onnx/model.onnx', …]] // { name: 'ner', files: config.json, … }
 */
function blobModel(entries: [string, Blob][]): BlobModel {
  const paths = entries.map(([path]) => path.split("/"));
  const configs = paths.filter((parts) => isConfig(parts.at(-1)));
  const [root] = configs.sort((a, b) => a.length - b.length);
  if (root === undefined) {
    const names = entries.map(([path]) => path).slice(0, 10);
    throw new ModelFileError(
      `expected ${configFile} among the files of the model, found ${names.join(", ") || "no files"}`,
    );
  }
  const folder = root.slice(0, -1).map((name) => `${name}/`);
  const prefix = folder.join("");
  const inside = entries.filter(([path]) => path.startsWith(prefix));
  // A slice of a whole file is that file as a plain Blob, which every worker can be sent.
  const files = inside.map(([path, blob]) => [path.slice(prefix.length), blob.slice()] as const);
  return { name: root.at(-2) ?? "files", files: new Map(files) };
}

/** An adapter may have the base model's configuration. */
function isConfig(name: string | undefined): boolean {
  return name === configFile || name === adapterConfigFile;
}
