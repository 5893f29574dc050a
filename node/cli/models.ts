// SPDX-License-Identifier: Apache-2.0

import { fetchExternalData } from "../../wasm/js/backends/external_data.js";
import { readGraph } from "../../wasm/js/backends/onnx_graph.js";
import type { CallContext } from "../../wasm/js/base/call_context.js";
import { configFile } from "../../wasm/js/files/model_files.js";
import { checkRemoteOptions } from "../../wasm/js/options/remote_options.js";
import type { RemoteSettings } from "../../wasm/js/options/remote_options.js";
import { withAdapter } from "../../wasm/js/weights/adapted_files.js";
import { fetchModel } from "../../wasm/js/weights/fetch_model.js";
import { listModels, sum } from "../hub/cached_models.js";
import type { CachedModelInfo } from "../hub/cached_models.js";
import { hubSettings } from "../hub/environment.js";
import { openModel } from "../hub/open_model.js";
import { removeModel } from "../hub/remove_model.js";
import type { RemovedModel } from "../hub/remove_model.js";
import type { ModelsCommand } from "./commands.js";
import type { Terminal } from "./terminal.js";
import { ProgressLine, megabytes } from "./progress.js";

/** `xlmr-ner models`: the exit status. */
export async function models(
  command: ModelsCommand,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> {
  const { action, model = "", revision, cacheDir, headers } = command;
  const remote = checkRemoteOptions({ revision, headers, cache_dir: cacheDir });
  switch (action) {
    case "list":
      return list(remote, command.json, terminal);
    case "pull":
      return pull(model, command, remote, terminal, signal);
    case "remove": {
      const removed = await removeModel(model, await hubSettings(remote), signal);
      await terminal.out.line(command.json ? JSON.stringify(removed) : describeRemoved(removed));
      return 0;
    }
  }
}

async function list(remote: RemoteSettings, json: boolean, { out }: Terminal): Promise<number> {
  const found = await listModels(await hubSettings(remote));
  if (json) await out.line(JSON.stringify(found));
  else for (const each of found) await out.line(describe(each));
  return 0;
}

function describe({ id, revisions, bytes, files, quantized }: CachedModelInfo): string {
  const copies = sum(quantized.map((each) => each.bytes));
  const own = [id, revisions.join(", "), `${megabytes(bytes)} MB`, files.join(", ")];
  return [...own, ...(copies > 0 ? [`quantised: ${megabytes(copies)} MB`] : [])].join("\t");
}

function describeRemoved({ id, freed, left }: RemovedModel): string {
  const text = `removed ${id}: ${megabytes(freed)} MB are free`;
  if (left === 0) return text;
  return `${text}; ${megabytes(left)} MB of shared files could not be locked: hf cache prune deletes them`;
}

/** Downloads what `tag` would load, and nothing else. */
async function pull(
  model: string,
  { dtype, json }: ModelsCommand,
  remote: RemoteSettings,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> {
  const progress = new ProgressLine(terminal.err);
  const options: CallContext = {
    signal,
    onProgress: (event) => {
      progress.show(event);
    },
  };
  try {
    const files = await withAdapter(
      await openModel(model, remote, options),
      (name, baseRevision) => openModel(name, { ...remote, revision: baseRevision }, options),
      options,
    );
    await files.read(configFile, options);
    const { file, backend } = await fetchModel(files, { backend: "auto", dtype }, options);
    if (backend === "onnxruntime") {
      const graph = readGraph(await files.read(file, options), `${files.name}/${file}`);
      await fetchExternalData({ graph, files, file }, options);
    }
    progress.clear();
    const { name, revision } = files;
    if (json) await terminal.out.line(JSON.stringify({ id: name, revision, weights: file }));
    else await terminal.out.line([name, revision ?? "", file].join("\t"));
    return 0;
  } finally {
    progress.clear();
  }
}
