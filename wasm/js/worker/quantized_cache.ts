// SPDX-License-Identifier: Apache-2.0

import { NerError } from "../base/errors.js";
import type { RandomAccess } from "../base/random_access.js";
import { publishedWeights } from "../weights/choose_weights.js";
import { convertCheckpoint } from "../weights/convert_checkpoint.js";
import type { WritableFile } from "../weights/convert_checkpoint.js";
import type { BackendLoad, Kept, KeptFile, QuantizedCache } from "./load_types.js";

/** Part of the key of what is kept: it changes when the same weights are quantised in another way. */
const quantization = "q8-1";

const none: Kept = { kept: undefined, remarks: [] };

/**
 * Published weights as the q8 file that is kept of them, made where there is none yet, or a damaged one.
 * None where they are not to be kept, or cannot be: they are then quantised as they load, as without a
 * cache, and what is damaged and stays is named in a remark.
 */
export async function openQuantized(
  load: BackendLoad,
  cache: QuantizedCache,
  isSuspect: boolean,
): Promise<Kept> {
  const { checkpoint, choice, context } = load;
  const isWanted = publishedWeights.includes(choice.file) && choice.precision === "q8";
  if (!isWanted || checkpoint.size < cache.leastBytes) return none;
  const source = checkpoint.identity;
  if (source === undefined) return none;
  const key = await keyOf(checkpoint, source, context.signal);
  const found = await openKept(cache, key, isSuspect);
  if (isFile(found)) return { kept: found, remarks: [] };
  try {
    await cache.keep(key, source, (output) => quantize(load, output));
  } catch (error) {
    context.signal.throwIfAborted();
    // The checkpoint's own. A file that cannot be read says so again when it is loaded.
    if (error instanceof NerError && error.code !== "model_file") throw error;
    if (found === undefined) return none;
    const why = error instanceof Error ? error.message : String(error);
    const remark = `the quantised copy is damaged and cannot be replaced: ${found.damaged} (${why})`;
    return { kept: undefined, remarks: [remark] };
  }
  const made = await openKept(cache, key, false);
  return isFile(made) ? { kept: made, remarks: [] } : none;
}

function isFile(found: Awaited<ReturnType<QuantizedCache["open"]>>): found is KeptFile {
  return found !== undefined && "file" in found;
}

async function openKept(
  cache: QuantizedCache,
  key: string,
  isSuspect: boolean,
): Promise<KeptFile | { damaged: string } | undefined> {
  return cache.open(key, isSuspect).catch((error: unknown) => ({ damaged: String(error) }));
}

async function quantize(load: BackendLoad, output: WritableFile): Promise<void> {
  const { core, files, checkpoint, choice, configJson, context } = load;
  await convertCheckpoint({
    core,
    source: checkpoint,
    configJson,
    output,
    signal: context.signal,
    where: `${files.name}/${choice.file}`,
    dtype: "q8",
    sourceSha256: "",
    onProgress: (loaded) => {
      const { file } = choice;
      context.onProgress({ phase: "quantize", file, loaded, total: checkpoint.size });
    },
  });
}

/** By what tells one file from another without reading all of it: its place, time, size and header. */
async function keyOf(
  checkpoint: RandomAccess,
  source: string,
  signal: AbortSignal,
): Promise<string> {
  const headerBytes = 2 ** 16;
  const header = await checkpoint.read(0, Math.min(headerBytes, checkpoint.size), signal);
  const about = new TextEncoder().encode(`${quantization} ${checkpoint.size} ${source}\n`);
  const bytes = new Uint8Array(about.length + header.length);
  bytes.set(about);
  bytes.set(header, about.length);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
