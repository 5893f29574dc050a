// SPDX-License-Identifier: Apache-2.0

import { IntegrityError } from "../base/errors.js";
import { checkFileSize, mostBytesOf } from "../base/file_limits.js";
import { contentRange, isPage, validatorOf } from "./head.js";
import type { HttpClient } from "./http.js";
import type { HttpAnswer } from "./http_answer.js";
import { statusError } from "./http_error.js";
import type { Subject } from "./http_error.js";
import type { RemoteFile } from "./remote_file.js";
import { TransientError, retrying } from "./retry.js";
import type { Hash } from "./transport.js";

/** The beginning of a file, which a download goes on with. */
export interface PartialFile {
  /** Bytes that are there. */
  readonly size: number;
  /** Those bytes, from the first on. */
  content(): AsyncIterable<Uint8Array>;
  append(bytes: Uint8Array): Promise<void>;
  /** Back to no bytes. */
  clear(): Promise<void>;
}

export interface DownloadContext {
  http: HttpClient;
  subject: Subject;
  signal: AbortSignal;
  /** Bytes that are there, and how many of them have come just now. */
  onBytes: (loaded: number, received: number) => void;
}

/**
 * Completes `partial`, which then has every byte of `file` as it was published: its length and its
 * digest are checked, the bytes that were already there included. A broken connection is continued
 * where it broke. Where the whole is wrong it is fetched once more from the start; where that is
 * wrong, too, nothing is left and an IntegrityError says why.
 */
export async function download(
  file: RemoteFile,
  partial: PartialFile,
  context: DownloadContext,
): Promise<void> {
  const work = new Download(file, partial, context);
  const { signal, http } = context;
  await work.start();
  for (let round = 0; ; round++) {
    await retrying(() => work.receive(), {
      transport: http.transport,
      signal,
      progress: () => work.furthest,
    });
    const problem = await work.problem();
    if (problem === undefined) return;
    await work.restart();
    if (round === 1) {
      throw new IntegrityError(
        `${context.subject.model}: expected ${file.path} with ${problem}; it was fetched twice`,
      );
    }
  }
}

class Download {
  readonly #file: RemoteFile;
  readonly #partial: PartialFile;
  readonly #context: DownloadContext;
  /** The hash of the bytes that are there; undefined where there is nothing to compare with. */
  #hash: Hash | undefined;
  /** Why the bytes can be no beginning of the file. */
  #excess: string | undefined;
  /** The file's length; where the list of files has none, as an answer with a range of it says. */
  #size: number | undefined;
  /** The most bytes that were ever there: a server that always sends the same few gets nowhere. */
  furthest = 0;

  constructor(file: RemoteFile, partial: PartialFile, context: DownloadContext) {
    this.#file = file;
    this.#partial = partial;
    this.#context = context;
    this.#size = file.size;
  }

  async start(): Promise<void> {
    const { digest, size = Infinity } = this.#file;
    // Without either, the bytes may be the beginning of another file.
    const isKnown = digest !== undefined || this.#file.validator !== undefined;
    if (this.#partial.size > size || !isKnown) await this.#partial.clear();
    this.#hash = this.#newHash();
    if (this.#hash === undefined) return;
    for await (const bytes of this.#partial.content()) {
      this.#context.signal.throwIfAborted();
      this.#hash.update(bytes);
    }
  }

  async restart(): Promise<void> {
    await this.#partial.clear();
    this.#hash = this.#newHash();
    this.#excess = undefined;
    this.#size = this.#file.size;
  }

  /** Fetches what is missing. */
  async receive(): Promise<void> {
    const { http, subject, signal, onBytes } = this.#context;
    const { url } = this.#file;
    onBytes(this.#partial.size, 0);
    if (this.#partial.size === this.#size) return;
    const headers = this.#headers();
    const { model } = subject;
    const answer = await http.send({ model, method: "GET", url, headers, signal });
    try {
      await this.#checkAnswer(answer, subject);
      for await (const bytes of answer.body()) {
        signal.throwIfAborted();
        await this.#checkLimit(this.#partial.size + bytes.length);
        if (this.#partial.size + bytes.length > (this.#size ?? Infinity)) {
          this.#excess = `more than ${this.#size ?? 0}`;
          return;
        }
        await this.#partial.append(bytes);
        this.#hash?.update(bytes);
        this.furthest = Math.max(this.furthest, this.#partial.size);
        onBytes(this.#partial.size, bytes.length);
      }
    } finally {
      await answer.cancel();
    }
    // A server that closes early and in order looks like one that is done.
    if (this.#partial.size < (this.#size ?? 0))
      throw this.#transient(`${this.#partial.size} bytes`);
  }

  /** Where the server does not say how long the file is. */
  async #checkLimit(size: number): Promise<void> {
    const { path } = this.#file;
    if (size > mostBytesOf(path)) await this.#partial.clear();
    checkFileSize(path, size, this.#context.subject.model);
  }

  /** What was expected and found, where the file is not the one that was published. */
  async problem(): Promise<string | undefined> {
    const { size, digest } = this.#file;
    if (this.#excess !== undefined) return `${this.#size ?? 0} bytes, found ${this.#excess}`;
    const found = await this.#hash?.digest();
    if (digest === undefined || size === undefined || found === digest.hex) return undefined;
    return `${digest.algorithm} ${digest.hex}, found ${found ?? "none"}`;
  }

  #headers(): Record<string, string> {
    const { digest, validator } = this.#file;
    const { size } = this.#partial;
    const headers: Record<string, string> = { "accept-encoding": "identity" };
    if (size === 0) return headers;
    headers["range"] = `bytes=${size}-`;
    // With a digest the whole is judged at the end, and the ETag of the host that the hub redirects
    // to is not known beforehand.
    if (digest === undefined && validator !== undefined) headers["if-range"] = validator;
    return headers;
  }

  /** Throws unless the body is what comes next; where it is all of the file, starts anew. */
  async #checkAnswer(answer: HttpAnswer, subject: Subject): Promise<void> {
    const { status, headers } = answer;
    if (status === 200 || status === 206) this.#checkUnchanged(headers);
    if (status === 206) {
      const { start, total } = contentRange(headers);
      const expected = this.#size ?? total;
      // A range of compressed bytes begins where no decoder can.
      const isPlain = (headers.get("content-encoding") ?? "identity") === "identity";
      if (isPlain && start === this.#partial.size && total === expected) {
        this.#size = expected;
        return;
      }
      await this.restart();
      throw this.#transient(`the range ${headers.get("content-range") ?? "of none"}`);
    }
    if (status === 416) {
      await this.restart();
      throw this.#transient("no such range");
    }
    if (status !== 200) throw statusError(answer, subject);
    if (isPage(headers)) throw new IntegrityError(this.#unlike("a page (text/html)"));
    if (this.#partial.size > 0) await this.restart();
  }

  /** Where no digest tells, the server's own word for "another version" does. */
  #checkUnchanged(headers: Headers): void {
    const { digest, validator, path } = this.#file;
    const found = validatorOf(headers) ?? validator;
    if (digest !== undefined || validator === undefined || found === validator) return;
    throw new IntegrityError(
      `${this.#context.subject.model}: expected ${path} as it was when it was first asked for ` +
        `(${validator}), found it changed (${found}): load the model again`,
    );
  }

  #newHash(): Hash | undefined {
    const { digest, size } = this.#file;
    if (digest === undefined || size === undefined) return undefined;
    return this.#context.http.transport.createHash(digest.algorithm, size);
  }

  #transient(found: string): TransientError {
    return new TransientError(new IntegrityError(this.#unlike(found)));
  }

  #unlike(found: string): string {
    const { path } = this.#file;
    const bytes = this.#size === undefined ? "" : ` of ${this.#size} bytes`;
    return `${this.#context.subject.model}: expected ${path}${bytes}, found ${found}`;
  }
}
