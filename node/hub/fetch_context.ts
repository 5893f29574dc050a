// SPDX-License-Identifier: Apache-2.0

import type { HttpClient } from "../../wasm/js/hub/http.js";
import type { Subject } from "../../wasm/js/hub/http_error.js";
import type { CacheFolder } from "./cache_folder.js";

/** What it takes to get one file of a model into the cache. */
export interface FetchContext {
  http: HttpClient;
  cache: CacheFolder;
  /** Whether the cache's shared blobs are used. */
  sharing: boolean;
  /** The snapshot that the file belongs to. */
  commit: string;
  subject: Subject;
  /** Milliseconds, after which another process's beginning may be taken over. */
  lease: number;
  signal: AbortSignal;
  /** Bytes that are there, and how many of them have come just now. */
  onBytes: (loaded: number, received: number) => void;
}
