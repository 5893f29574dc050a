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
  readonly offline?: string;
  /** What is to be merged into the published weights. */
  readonly adapter?: Adapter;
  has(file: string): Promise<boolean>;
  /** Bytes of a file, as far as they are known before it is fetched; only where a GPU may be. */
  sizeOf?(file: string): Promise<number | undefined>;
  /**
   * Makes files ready to be read, those of them that the model has: a remote model downloads them, and
   * knows how much that is in all. What was not named here is fetched when it is first read.
   */
  fetch(files: readonly string[], options: CallContext): Promise<void>;
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

/** In the order in which they are preferred: Python's pipeline takes tokenizer.json if there is one. */
const vocabularyFiles = ["tokenizer.json", sentencePieceFile];

/** Every file that a tokenizer can be made of. */
export const tokenizerFileNames: readonly string[] = [...vocabularyFiles, tokenizerConfigFile];

/** The vocabulary, and what tokenizer_config.json says where there is one. */
export interface TokenizerFiles {
  vocabulary: Uint8Array;
  /** Names the vocabulary in errors. */
  where: string;
  config: Uint8Array;
}

/** What readTokenizer() reads; nothing where the model has no tokenizer. */
export async function tokenizerFilesOf(files: ModelFiles): Promise<string[]> {
  const file = await firstOf(files, vocabularyFiles);
  return file === undefined ? [] : [file, tokenizerConfigFile];
}

export async function readTokenizer(
  files: ModelFiles,
  options: CallContext,
): Promise<TokenizerFiles> {
  const file = await firstOf(files, vocabularyFiles);
  if (file === undefined) {
    throw new ModelFileError(
      `expected a tokenizer in the model ${files.name}, found none of ${vocabularyFiles.join(", ")}`,
    );
  }
  const hasConfig = await files.has(tokenizerConfigFile);
  return {
    vocabulary: await files.read(file, options),
    where: `${files.name}/${file}`,
    config: hasConfig ? await files.read(tokenizerConfigFile, options) : new Uint8Array(),
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
