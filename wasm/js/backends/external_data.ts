// SPDX-License-Identifier: Apache-2.0

import type { CallContext } from "../base/call_context.js";
import { BackendError, ModelFileError } from "../base/errors.js";
import type { ModelFiles } from "../files/model_files.js";
import type { ExternalData } from "../webgpu/graph_weights.js";
import type { OnnxGraph } from "./onnx_graph.js";

/**
 * The files beside an ONNX file that have its weights, as its graph names them, each with the bytes
 * that it needs to have. A name may be of a file in the same folder only.
 *
 *     externalFiles(graph, 'acme/onnx/model.onnx') // Map { 'model.onnx.data' => 1109839908 }
 *
 * Errors: ModelFileError for any other name.
 */
export function externalFiles(graph: OnnxGraph, where: string): Map<string, number> {
  const files = new Map<string, number>();
  for (const { name, external } of graph.tensors) {
    if (external === undefined) continue;
    const location = external.get("location") ?? "";
    const file = location.replace(/^\.\//u, "");
    if (!isPlainName(file)) {
      throw new ModelFileError(
        `${where}: ${name}: expected weights in a file of the same folder, found '${location}'`,
      );
    }
    const end = Number(external.get("offset") ?? 0) + Number(external.get("length") ?? 0);
    files.set(file, Math.max(files.get(file) ?? 0, end));
  }
  return files;
}

/** The ONNX file of a model, read. */
export interface OnnxFile {
  graph: OnnxGraph;
  files: ModelFiles;
  /** Within the model. */
  file: string;
}

/** Has ready what the file needs beside it. Errors: those of externalFiles(). */
export async function fetchExternalData(onnx: OnnxFile, context: CallContext): Promise<void> {
  await onnx.files.fetch([...pathsOf(onnx).values()], context);
}

/** The same, read. Errors: those of externalFiles(); BackendError for a file that is too short. */
export async function readExternalData(
  onnx: OnnxFile,
  context: CallContext,
): Promise<ExternalData[]> {
  const { graph, files, file } = onnx;
  const where = `${files.name}/${file}`;
  await fetchExternalData(onnx, context);
  const sizes = externalFiles(graph, where);
  const data: ExternalData[] = [];
  for (const [name, path] of pathsOf(onnx)) {
    const bytes = await files.read(path, context);
    const size = sizes.get(name) ?? 0;
    if (bytes.length < size) {
      throw new BackendError(
        `${where}: expected ${size} bytes of weights in ${path}, found ${bytes.length}`,
      );
    }
    data.push({ path: name, data: bytes });
  }
  return data;
}

/** The path within the model of each name in the graph. */
function pathsOf({ graph, files, file }: OnnxFile): Map<string, string> {
  const folder = file.slice(0, file.lastIndexOf("/") + 1);
  const names = externalFiles(graph, `${files.name}/${file}`).keys();
  return new Map(Array.from(names, (name) => [name, folder + name]));
}

function isPlainName(file: string): boolean {
  // eslint-disable-next-line no-control-regex -- no file that a model needs has them in its name
  return file !== "" && file !== "." && file !== ".." && !/[\u0000-\u001f/\\:]/u.test(file);
}
