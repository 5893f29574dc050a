// SPDX-License-Identifier: Apache-2.0

import type { Progress } from "../../wasm/js/base/types.js";
import type { TagProgress } from "./types.js";

const verbs: Readonly<Record<Progress["phase"], string>> = {
  download: "Downloading",
  read: "Reading",
  quantize: "Quantising",
  compile: "Preparing",
  ready: "Ready:",
};

/**
 * What a progress bar shows of loading or tagging; `value` from 0 to 1, undefined where it is unknown.
 *
 *     toBar({ phase: "read", file: "model.q8.safetensors", loaded: 3e6, total: 12e6 })
 *     // { value: 0.25, text: "Reading model.q8.safetensors, 3.0 of 12.0 MB" }
 */
export function toBar(progress: Progress | TagProgress): {
  value: number | undefined;
  text: string;
} {
  if (progress.phase === "tag") {
    const value = progress.loaded / progress.total;
    return { value, text: `Tagging, ${Math.floor(value * 100)} %` };
  }
  const { loaded, total } = progress.overall ?? progress;
  const size = total > 0 ? `, ${megabytes(loaded)} of ${megabytes(total)} MB` : "";
  return {
    value: total > 0 ? loaded / total : undefined,
    text: `${verbs[progress.phase]} ${progress.file}${size}`,
  };
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
