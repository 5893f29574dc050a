// SPDX-License-Identifier: Apache-2.0

import type { RemoteOptions } from "../../wasm/js/base/types.js";
import type { ModelArgs } from "./commands.js";

/** The options of `pipeline()` and `Tokenizer.load()` that the command's flags stand for. */
export function remoteOptions({
  revision,
  cacheDir,
  headers,
  offline,
}: Partial<Pick<ModelArgs, "revision">> & Omit<ModelArgs, "model" | "revision">): RemoteOptions {
  return { revision, cache_dir: cacheDir, headers, local_files_only: offline };
}
