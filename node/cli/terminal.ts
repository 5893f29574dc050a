// SPDX-License-Identifier: Apache-2.0

import type { Output } from "./output.js";

/** Where and how a command writes. */
export interface Terminal {
  out: Output;
  err: NodeJS.WriteStream;
  /** stdout is a terminal. */
  isTTY: boolean;
  color: boolean;
}

/** What wipes the line that the cursor is in. */
export const eraseLine = "\r\x1b[K";
