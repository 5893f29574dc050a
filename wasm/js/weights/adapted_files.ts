// SPDX-License-Identifier: Apache-2.0

import type { CallContext } from "../base/call_context.js";
import { ConfigError, ModelFileError } from "../base/errors.js";
import type { RandomAccess } from "../base/random_access.js";
import {
  adapterConfigFile,
  configFile,
  firstOf,
  tokenizerFileNames,
  tokenizerFilesOf,
} from "../files/model_files.js";
import type { Adapter, ModelFiles, ReopenOptions } from "../files/model_files.js";
import { publishedWeights, storedWeights } from "./choose_weights.js";

const adapterWeights = ["adapter_model.safetensors", "adapter_model.bin"];

/** Opens a base model by what the adapter's configuration calls it. */
export type OpenBase = (name: string, revision: string | undefined) => Promise<ModelFiles>;

/**
 * The model that `files` are, or, where they have a LoRA adapter, the base model with it. A folder that
 * is a whole model has its base model in itself; any other adapter names it, as in transformers 5.24.
 *
 *     await withAdapter(files, (name, revision) => openModel(name, { revision, … }), context)
 */
export async function withAdapter(
  files: ModelFiles,
  openBase: OpenBase,
  context: CallContext,
): Promise<ModelFiles> {
  if (!(await files.has(adapterConfigFile))) return files;
  const file = await firstOf(files, adapterWeights);
  if (file === undefined) {
    throw new ModelFileError(
      `expected ${adapterWeights.join(" or ")} beside ${adapterConfigFile} in the model ` +
        `${files.name}, found neither`,
    );
  }
  const configJson = new TextDecoder().decode(await files.read(adapterConfigFile, context));
  const hasWeights = (await firstOf(files, publishedWeights)) !== undefined;
  const isWhole = files.revision === undefined && hasWeights && (await files.has(configFile));
  return new AdaptedFiles(files, { files, file, configJson }, async () => {
    if (isWhole) return files;
    const where = `${files.name}/${adapterConfigFile}`;
    const base = await openBase(...baseOf(configJson, where));
    if (!(await base.has(adapterConfigFile))) return base;
    throw new ModelFileError(
      `${where}: base_model_name_or_path: expected a model, found the adapter ${base.name}: merge ` +
        "it into its own base model first (merge_and_unload() of peft)",
    );
  });
}

function baseOf(configJson: string, where: string): [string, string | undefined] {
  let config: Record<string, unknown>;
  try {
    config = Object(JSON.parse(configJson)) as Record<string, unknown>;
  } catch (cause) {
    throw new ConfigError(`${where}: expected JSON, found other text`, { cause });
  }
  const { base_model_name_or_path: name, revision } = config;
  if (typeof name === "string" && name !== "") {
    return [name, typeof revision === "string" ? revision : undefined];
  }
  throw new ConfigError(`${where}: base_model_name_or_path: expected a model, found none`);
}

/** An adapter's own files where they are those of a model, and the base model's for all else. */
class AdaptedFiles implements ModelFiles {
  readonly name: string;
  readonly revision: string | undefined;
  readonly adapter: Adapter;
  readonly #own: ModelFiles;
  readonly #openBase: () => Promise<ModelFiles>;
  #base: Promise<ModelFiles> | undefined;

  constructor(own: ModelFiles, adapter: Adapter, openBase: () => Promise<ModelFiles>) {
    this.name = own.name;
    this.revision = own.revision;
    this.adapter = adapter;
    this.#own = own;
    this.#openBase = openBase;
  }

  /** Nothing is merged into an ONNX file. */
  async has(file: string): Promise<boolean> {
    return !file.endsWith(".onnx") && (await this.#of(file)).has(file);
  }

  async sizeOf(file: string): Promise<number | undefined> {
    return (await this.#of(file)).sizeOf?.(file);
  }

  async fetch(names: readonly string[], options: CallContext): Promise<void> {
    const byFiles = new Map<ModelFiles, string[]>([[this.#own, [this.adapter.file]]]);
    for (const name of names) {
      const files = await this.#of(name);
      byFiles.set(files, [...(byFiles.get(files) ?? []), name]);
    }
    for (const [files, list] of byFiles) await files.fetch(list, options);
  }

  async read(file: string, options: CallContext): Promise<Uint8Array> {
    return (await this.#of(file)).read(file, options);
  }

  async open(file: string, options?: ReopenOptions): Promise<RandomAccess> {
    return (await this.#of(file)).open(file, options);
  }

  async #of(file: string): Promise<ModelFiles> {
    const isPublished = publishedWeights.includes(file) || this.#isShard(file);
    return !isPublished && (await this.#isOwn(file))
      ? this.#own
      : (this.#base ??= this.#openBase());
  }

  #isShard(file: string): boolean {
    const stored: readonly string[] = Object.values(storedWeights);
    return /\.(?:safetensors|bin)$/.test(file) && !stored.includes(file);
  }

  /** A tokenizer's files are one model's. */
  async #isOwn(file: string): Promise<boolean> {
    if (!tokenizerFileNames.includes(file)) return this.#own.has(file);
    return (await tokenizerFilesOf(this.#own)).length > 0;
  }
}
