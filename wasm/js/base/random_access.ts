// SPDX-License-Identifier: Apache-2.0

/** A file that can be read range by range. */
export interface RandomAccess {
  /** Bytes in all. */
  readonly size: number;
  /**
   * Tells this file from others, and from what it was before it was written again; undefined where
   * nothing does.
   */
  readonly identity: string | undefined;
  /** The bytes from `begin` to `end`, all of them; they may be overwritten by the next call. */
  read(begin: number, end: number, signal: AbortSignal): Promise<Uint8Array>;
  close(): Promise<void>;
}
