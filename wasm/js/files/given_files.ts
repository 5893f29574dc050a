// SPDX-License-Identifier: Apache-2.0

import type { CallContext } from "../base/call_context.js";
import type { RandomAccess } from "../base/random_access.js";
import { BlobAccess, readBlob } from "./blob_files.js";
import { configFile } from "./model_files.js";
import type { Adapter, ModelFiles, ReopenOptions } from "./model_files.js";

/** What a caller gives in place of a model's own files. */
export interface GivenParts {
  /** Entries of `config.json` that replace those of the model's. */
  config: Readonly<Record<string, unknown>> | undefined;
  /** By paths within the model: a file's bytes, or the path of another one that stands for it. */
  files: ReadonlyMap<string, Blob | string>;
}

/**
 * A model of which a caller gives some files:
 *
 *     new GivenFiles(files, { config: undefined, files: new Map([['onnx/model.onnx_data', blob]]) })
 */
export class GivenFiles implements ModelFiles {
  readonly #files: ModelFiles;
  readonly #given: GivenParts;

  constructor(files: ModelFiles, given: GivenParts) {
    this.#files = files;
    this.#given = given;
  }

  get name(): string {
    return this.#files.name;
  }

  get revision(): string | undefined {
    return this.#files.revision;
  }

  get offline(): string | undefined {
    return this.#files.offline;
  }

  get refusal(): number | undefined {
    return this.#files.refusal;
  }

  get adapter(): Adapter | undefined {
    return this.#files.adapter;
  }

  async has(file: string): Promise<boolean> {
    return this.#find(file) instanceof Blob || this.#files.has(this.#pathOf(file));
  }

  async sizeOf(file: string): Promise<number | undefined> {
    const found = this.#find(file);
    return found instanceof Blob ? found.size : this.#files.sizeOf?.(this.#pathOf(file));
  }

  async fetch(files: readonly string[], options: CallContext): Promise<void> {
    const own = files.filter((file) => !(this.#find(file) instanceof Blob));
    await this.#files.fetch(
      own.map((file) => this.#pathOf(file)),
      options,
    );
  }

  async read(file: string, options: CallContext): Promise<Uint8Array> {
    const found = this.#find(file);
    if (found instanceof Blob) return readBlob(found, `${this.name}/${file}`, file, options);
    const { config } = this.#given;
    if (file === configFile && config !== undefined) return this.#readConfig(config, options);
    return this.#files.read(this.#pathOf(file), options);
  }

  async open(file: string, options?: ReopenOptions): Promise<RandomAccess> {
    const found = this.#find(file);
    if (found instanceof Blob) return new BlobAccess(found, `${this.name}/${file}`);
    return this.#files.open(this.#pathOf(file), options);
  }

  #find(file: string): Blob | string | undefined {
    return this.#given.files.get(file);
  }

  #pathOf(file: string): string {
    const found = this.#find(file);
    return typeof found === "string" ? found : file;
  }

  async #readConfig(
    config: Readonly<Record<string, unknown>>,
    options: CallContext,
  ): Promise<Uint8Array> {
    const own = (await this.#files.has(configFile))
      ? await this.#files.read(configFile, options)
      : new Uint8Array();
    return new TextEncoder().encode(JSON.stringify(Object.assign(parse(own), config)));
  }
}

/** What is no JSON is replaced as a whole. */
function parse(bytes: Uint8Array): object {
  try {
    return Object(JSON.parse(new TextDecoder().decode(bytes))) as object;
  } catch {
    return {};
  }
}
