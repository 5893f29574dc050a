// SPDX-License-Identifier: Apache-2.0

import { mkdtempSync, rmSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import threads from "node:worker_threads";

import { filesOf, startHub } from "../js/hub_server.js";
import { channelName } from "./faulty_core.js";
import { oneTry } from "./one_try.js";

const tiny = fileURLToPath(new URL("../golden/tiny", import.meta.url));
const id = "acme/tiny-ner";

/** The workers that were started, the newest last. */
const workers = [];
threads.Worker = class extends threads.Worker {
  constructor(...args) {
    super(...args);
    workers.push(this);
  }
};
syncBuiltinESMExports(); // before the package is loaded
const { pipeline } = await import("../../dist/node/index.js");

/** A model of a hub on this machine that counts what it is asked, tried in this process. */
export async function openNode({ folder, fault, sentence }) {
  const hub = await startHub({ models: { [id]: { files: filesOf(tiny) } } });
  const cache_dir = mkdtempSync(path.join(tmpdir(), "xlmr-ner-faults-"));
  const causes = [];
  const channel = new threads.BroadcastChannel(channelName);
  channel.onmessage = ({ data }) => causes.push(data);
  const options = { endpoint: hub.endpoint, cache_dir, threads: 2 };
  if (folder !== undefined) options.wasm_url = folder;
  const state = {};
  // A pipeline that is disposed is followed by another, which may ask; one that is replaced may not.
  const load = () =>
    pipeline("ner", id, { ...options, local_files_only: state.expected !== undefined });
  const end = () => void workers.at(-1).terminate();
  return {
    attempt: () => oneTry({ load, end, causes, fault, sentence, state }),
    requests: () => hub.requests.length,
    close: async () => {
      await state.ner?.dispose();
      channel.close();
      await hub.close();
      rmSync(cache_dir, { recursive: true });
    },
  };
}
