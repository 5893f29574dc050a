// SPDX-License-Identifier: Apache-2.0

import type { CallContext } from "../base/call_context.js";
import { ModelFileError } from "../base/errors.js";
import type { RandomAccess } from "../base/random_access.js";

/** How one host reads one model's files, whatever they lie in. */
export interface ModelFiles {
  /** For messages and `info()`: the folder, hub id or URL. */
  readonly name: string;
  /** The commit, of a model from the hub. */
  readonly revision: string | undefined;
  /** Why a remote model has no more files than are in the cache; undefined where it has all of them. */
  readonly offline?: string | undefined;
  /** The status by which a server refused files, which were then taken for absent. */
  readonly refusal?: number | undefined;
  /** Whether its weights are known to fit the memory that a core has anyhow, however they are computed with. */
  readonly isSmall?: boolean;
  /** What is to be merged into the published weights. */
  readonly adapter?: Adapter | undefined;
  has(file: string): Promise<boolean>;
  /** Bytes of a file, as far as they are known before it is fetched; only where a GPU may be. */
  sizeOf?(file: string): Promise<number | undefined>;
  /**
   * Makes files ready to be read, those of them that the model has: a remote model downloads them, and
   * knows how much that is in all. What was not named here is fetched when it is first read.
   */
  fetch(files: readonly string[], options: CallContext): Promise<void>;
  /**
   * Compares what a cache has kept with its hashes, where that was not done before, and gives up what is
   * damaged there. Whether there was such a thing: it is then worth another try.
   */
  recheck?(signal: AbortSignal): Promise<boolean>;
  /** Rejects with a ModelFileError that names file and model. */
  read(file: string, options: CallContext): Promise<Uint8Array>;
  /** For a file that is read range by range. Rejects as read() does. */
  open(file: string, options?: ReopenOptions): Promise<RandomAccess>;
}

/** A LoRA adapter. */
export interface Adapter {
  /** What has it. */
  files: ModelFiles;
  /** Its matrices, within the files. */
  file: string;
  /** The text of its adapter_config.json. */
  configJson: string;
}

export interface ReopenOptions extends CallContext {
  /** Whether it may be opened again after it was closed, so that what would be fetched anew is kept. */
  again?: boolean;
}

export const configFile = "config.json";
export const adapterConfigFile = "adapter_config.json";
export const sentencePieceFile = "sentencepiece.bpe.model";
const tokenizerConfigFile = "tokenizer_config.json";

/** Read where tokenizer_config.json has no `added_tokens_decoder`, as older versions of transformers wrote it. */
const olderFiles = ["special_tokens_map.json", "added_tokens.json"] as const;

/** In the order in which they are preferred: Python's pipeline takes tokenizer.json if there is one. */
const vocabularyFiles = ["tokenizer.json", sentencePieceFile];

/** Every file that a tokenizer can be made of. */
export const tokenizerFileNames: readonly string[] = [
  ...vocabularyFiles,
  tokenizerConfigFile,
  ...olderFiles,
];

/** The vocabulary, and what the files beside it say; each is empty where there is none. */
export interface TokenizerFiles {
  vocabulary: Uint8Array;
  /** Names the vocabulary in errors. */
  where: string;
  config: Uint8Array;
  specialTokensMap: Uint8Array;
  addedTokens: Uint8Array;
}

/** What readTokenizer() reads; nothing where the model has no tokenizer. */
export async function tokenizerFilesOf(files: ModelFiles): Promise<string[]> {
  const file = await firstOf(files, vocabularyFiles);
  return file === undefined ? [] : [file, tokenizerConfigFile, ...olderFiles];
}

export async function readTokenizer(
  files: ModelFiles,
  options: CallContext,
): Promise<TokenizerFiles> {
  const file = await firstOf(files, vocabularyFiles);
  if (file === undefined) {
    throw noneOf(files, `a tokenizer in the model ${files.name}`, vocabularyFiles);
  }
  const read = async (name: string): Promise<Uint8Array> =>
    (await files.has(name)) ? files.read(name, options) : new Uint8Array();
  const [config, vocabulary] = await Promise.all([
    read(tokenizerConfigFile),
    files.read(file, options),
  ]);
  const isOlder = !new TextDecoder().decode(config).includes('"added_tokens_decoder"');
  return {
    vocabulary,
    where: `${files.name}/${file}`,
    config,
    specialTokensMap: isOlder ? await read(olderFiles[0]) : new Uint8Array(),
    addedTokens: isOlder ? await read(olderFiles[1]) : new Uint8Array(),
  };
}

/** The first of `names` that the model has. */
export async function firstOf(
  files: ModelFiles,
  names: readonly string[],
): Promise<string | undefined> {
  for (const name of names) {
    if (await files.has(name)) return name;
  }
  return undefined;
}

/** The error of a model that has none of `names`. */
export function noneOf(
  { refusal }: ModelFiles,
  wanted: string,
  names: readonly string[],
): ModelFileError {
  const why = refusal === undefined ? "" : `; the host answered ${refusal}`;
  return new ModelFileError(`expected ${wanted}, found none of ${names.join(", ")}${why}`);
}
