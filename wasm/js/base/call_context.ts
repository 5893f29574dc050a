// SPDX-License-Identifier: Apache-2.0

import type { Progress } from "./types.js";

/** What goes with every call that may take time. */
export interface CallContext {
  signal: AbortSignal;
  onProgress: (progress: Progress) => void;
}
