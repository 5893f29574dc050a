// SPDX-License-Identifier: Apache-2.0
//
// A vocabulary is searched by a trie that takes longer to make than all else of a tokenizer. A host
// that keeps anything keeps it too; the core takes a kept one only if it is of the same vocabulary.

import type { CallContext } from "../base/call_context.js";
import type { Core } from "../core/core.js";
import { readTokenizer } from "../files/model_files.js";
import type { ModelFiles, TokenizerFiles } from "../files/model_files.js";

/** Where a host keeps tries. No call rejects. */
export interface KeptTries {
  /** Undefined where nothing is kept under the key. */
  get(key: string): Promise<Uint8Array | undefined>;
  set(key: string, trie: Uint8Array): Promise<void>;
}

export interface TokenizerWithTrie {
  tokenizer: TokenizerFiles;
  trie: Uint8Array | undefined;
}

export async function readWithTrie(
  files: ModelFiles,
  tries: KeptTries | undefined,
  context: CallContext,
): Promise<TokenizerWithTrie> {
  const [tokenizer, trie] = await Promise.all([
    readTokenizer(files, context),
    tries?.get(files.name),
  ]);
  return { tokenizer, trie };
}

/** Keeps the trie of the core's tokenizer, unless it is the one that was kept. */
export async function keepTrie(
  core: Core,
  { name }: ModelFiles,
  tries: KeptTries | undefined,
): Promise<void> {
  if (tries === undefined) return;
  const trie = core.trieToStore();
  if (trie.length > 0) await tries.set(name, trie);
}
