// SPDX-License-Identifier: Apache-2.0

/** What a host lends downloads. */
export interface Transport {
  fetch(url: string, init: RequestInit): Promise<Response>;
  /**
   * `manual` where redirects can be seen, `follow` in browsers, which follow them by themselves: they
   * drop `Authorization` on the way to another origin, and hide most headers of its answers.
   */
  redirect: "manual" | "follow";
  /** Milliseconds, of a clock that never goes back. */
  now(): number;
  /** Rejects with the signal's reason where it is aborted. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
  /** `size` is that of all the bytes, which Git hashes before them. */
  createHash(algorithm: Digest["algorithm"], size: number): Hash;
  limits: Limits;
  hints: Hints;
}

/** What a user of this host can look at where a download fails: ends of sentences. */
export interface Hints {
  /** Where the hub's address may have been changed. */
  endpoint: string;
  passToken: string;
  /** A host gave no answer; `isHub`: it is the hub. */
  unreachable(isHub: boolean): string;
}

export interface Hash {
  update(bytes: Uint8Array): void;
  /** Lower-case hexadecimal. */
  digest(): string | Promise<string>;
}

/** What a file's bytes hash to: Git's blobs with their header before them, as `git hash-object` does. */
export interface Digest {
  algorithm: "sha256" | "git-sha1";
  hex: string;
}

/** How patient downloads are, in milliseconds and counts. */
export interface Limits {
  /** Tries without a single new byte between them. */
  attempts: number;
  /** Before the second try; doubled for each further one. */
  firstDelay: number;
  longestDelay: number;
  /** The longest Retry-After that is waited for. */
  longestWait: number;
  /** Without a byte, before a connection is given up. */
  stall: number;
  /** Of waiting for a body, in which at least `leastBytes` have to come. */
  window: number;
  leastBytes: number;
  /** Between two reports of progress. */
  report: number;
}

export const defaultLimits: Limits = {
  attempts: 5,
  firstDelay: 500,
  longestDelay: 10_000,
  longestWait: 120_000,
  stall: 30_000,
  window: 30_000,
  leastBytes: 8192,
  report: 100,
};
