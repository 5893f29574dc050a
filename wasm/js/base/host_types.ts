// SPDX-License-Identifier: Apache-2.0

/**
 * The host's types that the package's public types name. A program need not have them: it is compiled with
 * `lib: ["dom"]`, with the types of Node, with both or with neither, and before TypeScript has
 * `AsyncDisposable` in its library. Each is the host's own type where there is one, else any object;
 * nothing is added to the program's globals. Files of public types import them by the globals' names.
 */
type Host<Name extends string> = typeof globalThis extends {
  [Each in Name]: { prototype: infer Instance };
}
  ? Instance
  : object;

export type AbortSignal = Host<"AbortSignal">;
export type Blob = Host<"Blob">;
export type File = Host<"File">;
export type Headers = Host<"Headers">;
export type Response = Host<"Response">;
export type TransformStream = Host<"TransformStream">;
export type URL = Host<"URL">;

/** What an error's constructor takes, from ES2022 on. */
export interface ErrorOptions {
  /** What led to the error. */
  cause?: unknown;
}

/** What `await using` takes, in programs that know it. */
export type AsyncDisposable = SymbolConstructor extends {
  readonly asyncDispose: infer Key extends symbol;
}
  ? { [Each in Key]: () => Promise<void> }
  : object;
