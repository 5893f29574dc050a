// SPDX-License-Identifier: Apache-2.0

import { open, rm, stat } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";

import { Output } from "./output.js";
import { UsageError } from "./usage.js";

/**
 * The file that `--out` or another option names. It is opened before anything is done, so that a name that
 * cannot be written to costs nothing, and emptied or cut only when the first result is near.
 */
export class OutputFile {
  readonly output: Output;
  readonly #handle: FileHandle;
  /** A pipe or a device has nothing to take away. */
  readonly #isRegular: boolean;
  /** Its name as long as it was made for nothing; undefined where it was there before. */
  #made: string | undefined;

  private constructor(handle: FileHandle, name: string, isRegular: boolean, isNew: boolean) {
    this.#handle = handle;
    this.#isRegular = isRegular;
    this.#made = isNew ? name : undefined;
    this.output = new Output(handle.createWriteStream(), name);
  }

  /** Rejects with a UsageError where an input is the same file, else with the system's own error. */
  static async open(
    file: string,
    inputs: readonly string[],
    option = "--out",
  ): Promise<OutputFile> {
    const made = await open(file, "ax+").catch(() => undefined);
    const handle = made ?? (await open(file, "a+"));
    const own = await handle.stat();
    for (const input of inputs.filter((name) => name !== "-")) {
      const entry = await stat(input).catch(() => undefined); // one that is not there is read as an error
      if (entry?.dev !== own.dev || entry.ino !== own.ino) continue;
      await handle.close();
      throw new UsageError(`${option}: expected another file than the input, found ${file}`);
    }
    return new OutputFile(handle, file, own.isFile(), made !== undefined);
  }

  /** Takes away what is there. */
  async empty(): Promise<void> {
    this.#made = undefined;
    if (this.#isRegular) await this.#handle.truncate(0);
  }

  /** Cuts off what is behind the last whole line; gives how many lines there are. */
  async cut(): Promise<number> {
    if (!this.#isRegular) return 0;
    const buffer = Buffer.alloc(2 ** 16);
    let lines = 0;
    let end = 0;
    let read = 0;
    for (;;) {
      const { bytesRead } = await this.#handle.read(buffer, 0, buffer.length, read);
      if (bytesRead === 0) break;
      for (
        let at = buffer.indexOf(0x0a);
        at >= 0 && at < bytesRead;
        at = buffer.indexOf(0x0a, at + 1)
      ) {
        lines++;
        end = read + at + 1;
      }
      read += bytesRead;
    }
    if (end < read) await this.#handle.truncate(end);
    return lines;
  }

  /** As close() after an error: a file that was not there before, and was not begun, is taken away. */
  async abandon(): Promise<void> {
    await this.output.end();
    await this.#handle.close().catch(() => undefined);
    if (this.#made !== undefined) await rm(this.#made, { force: true });
  }

  /** Throws what the file failed with. */
  async close(): Promise<void> {
    await this.output.end();
    await this.#handle.close().catch(() => undefined); // its stream has closed it
    if (this.output.problem !== undefined) throw this.output.closed.reason;
  }
}
