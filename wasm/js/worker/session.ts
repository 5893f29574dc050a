// SPDX-License-Identifier: Apache-2.0

import type { ImportRuntime } from "../backends/onnx.js";
import type { CallContext } from "../base/call_context.js";
import { InternalError, hasCode } from "../base/errors.js";
import type { ErrorCode, NerError } from "../base/errors.js";
import type { PipelineInfo } from "../base/types.js";
import type { Core } from "../core/core.js";
import type { TaggedText, TaggedWords } from "../core/records.js";
import { loadCore, prepareCore, threadsToStart } from "../core/start_core.js";
import type { EncodedTexts } from "../core/text_batch.js";
import { GivenFiles } from "../files/given_files.js";
import { configFile, sentencePieceFile, tokenizerFilesOf } from "../files/model_files.js";
import type { ModelFiles } from "../files/model_files.js";
import { openSource } from "../files/model_source.js";
import type { ModelSource } from "../files/model_source.js";
import type { RemoteSettings } from "../options/remote_options.js";
import type { Params } from "../rpc/protocol.js";
import type { AnswerContext, Engine, Handlers } from "../rpc/serve.js";
import { withAdapter } from "../weights/adapted_files.js";
import { keepTrie, readWithTrie } from "./kept_trie.js";
import type { KeptTries } from "./kept_trie.js";
import { loadModel } from "./load_model.js";
import type { DeviceChoices, ImportWebgpu, OpenQuantized } from "./load_types.js";
import { Tagger, lengthOf, maxTokensOf } from "./tagger.js";
import { readVerification, verificationFile, verify } from "./verification.js";
import type { VerificationSentence } from "./verification.js";

/** What a host lends the worker. */
export interface WorkerHost {
  /** Processors of this machine. */
  readonly cores: number;
  /** Rejects with a ModelNotFoundError, HubError or OfflineError where there is no such model. */
  openModel(model: string, remote: RemoteSettings, options: CallContext): Promise<ModelFiles>;
  /** ONNX Runtime Web, for what needs it; rejects where it is not installed. */
  readonly importRuntime: ImportRuntime;
  readonly importWebgpu: ImportWebgpu;
  /** Undefined where the host keeps no files. */
  readonly openQuantized: OpenQuantized | undefined;
  /** Undefined where the host keeps nothing, or has no GPU. */
  deviceChoices: DeviceChoices | undefined;
  /** Undefined where the host keeps nothing. */
  readonly keptTries: KeptTries | undefined;
}

interface Classifier {
  tagger: Tagger;
  core: Core;
  files: ModelFiles;
  info: () => PipelineInfo;
  /** What the client last heard of it. */
  told: PipelineInfo;
}

interface LoadedTokenizer {
  core: Core;
  files: ModelFiles;
}

/** The worker's calls. A worker holds one classifier or one tokenizer for its whole life. */
export class Session implements Handlers, Engine {
  readonly #host: WorkerHost;
  #core: Core | undefined;
  /** That of ONNX Runtime. */
  #hasTrapped = false;
  #report: (error: NerError) => void = () => undefined;
  #classifier: Classifier | undefined;
  #tokenizer: LoadedTokenizer | undefined;
  #hasSentencePiece = false;

  constructor(host: WorkerHost) {
    this.#host = host;
  }

  isStopped(): boolean {
    return this.#hasTrapped || this.#core?.isStopped === true;
  }

  onStopped(report: (error: NerError) => void): void {
    this.#report = report;
  }

  async loadClassifier(
    params: Params<"loadClassifier">,
    context: AnswerContext,
  ): Promise<PipelineInfo> {
    prepareCore(params.compiled);
    const opened = await this.#open(params.model, params.remote, context);
    return withSecondTry(opened, context, () => this.#load(opened, params, context));
  }

  async #load(
    opened: ModelFiles,
    params: Params<"loadClassifier">,
    context: AnswerContext,
  ): Promise<PipelineInfo> {
    const host = this.#host;
    const { compiled, given, cacheQuantized, threads: wanted } = params;
    const files: ModelFiles = given === undefined ? opened : new GivenFiles(opened, given);
    // Nothing has to be known of a small model before its core starts, while its files are read.
    const warmCore = async (maxMemory?: number): Promise<Core> => {
      const { core } = await loadCore(compiled, wanted, { cores: host.cores, maxMemory });
      core.warmUp(); // while the files are read
      return core;
    };
    const small = files.isSmall ? warmCore() : undefined;
    small?.catch(() => undefined); // or one that fails while a file is missing is nobody's
    const configJson = new TextDecoder().decode(await files.read(configFile, context));
    let started: Promise<Core> | undefined;
    const start = async (maxMemory: number, reading: CallContext): Promise<Core> => {
      const [{ tokenizer, trie }, core] = await Promise.all([
        readWithTrie(files, host.keptTries, reading),
        small ?? warmCore(maxMemory),
      ]);
      this.#watch(core);
      core.loadTokenizer(tokenizer, trie);
      core.loadConfig(configJson, `${files.name}/${configFile}`);
      return core;
    };
    const loaded = await loadModel(
      {
        ...params,
        files,
        configJson,
        deviceChoices: host.deviceChoices,
        threads: threadsToStart(compiled.glue, wanted, host.cores),
        importRuntime: host.importRuntime,
        importWebgpu: host.importWebgpu,
        openQuantized: cacheQuantized ? host.openQuantized : undefined,
        startCore: (maxMemory, reading) => (started ??= start(maxMemory, reading)),
      },
      context,
    );
    const { core, backend, size } = loaded;
    const verification = params.verify
      ? await verify(core, backend, await readSentences(files, context), context.signal)
      : undefined;
    const info = (): PipelineInfo => ({
      model: files.name,
      revision: files.revision,
      ...loaded.weightsInfo,
      core: compiled.variant,
      threads: core.threads,
      labels: core.labels(),
      max_tokens: maxTokensOf(core, backend),
      verification,
    });
    const told = info();
    this.#classifier = { tagger: new Tagger(core, backend), core, files, info, told };
    const { weights: file } = loaded.weightsInfo;
    context.onProgress({ phase: "ready", file, loaded: size, total: size });
    soon(core, () => keepTrie(core, files, host.keptTries));
    return told;
  }

  async classify(
    { inputs, settings }: Params<"classify">,
    context: AnswerContext,
  ): Promise<TaggedText[]> {
    const loaded = this.#loadedClassifier();
    return this.#tag(loaded, context, async () => {
      await startFor(lengthOf(inputs), loaded.core);
      return loaded.tagger.classify(inputs, settings, context.signal);
    });
  }

  scripts({ text }: Params<"scripts">): Uint32Array {
    return this.#loadedClassifier().core.scripts(text);
  }

  async tagWords(
    { lists, settings, spans }: Params<"tagWords">,
    context: AnswerContext,
  ): Promise<TaggedWords[]> {
    const loaded = this.#loadedClassifier();
    const { tagger, core } = loaded;
    if (settings.mode === "sparknlp") await this.#ensureSentencePiece(loaded, context);
    return this.#tag(loaded, context, async () => {
      await startFor(lengthOf(lists), core);
      return tagger.tagWords(lists, settings, spans, context.signal);
    });
  }

  async loadTokenizer(
    { compiled, model, remote, threads }: Params<"loadTokenizer">,
    context: AnswerContext,
  ): Promise<{ threads: number }> {
    const host = this.#host;
    const files = await this.#open(model, remote, context);
    return withSecondTry(files, context, async () => {
      await files.fetch(await tokenizerFilesOf(files), context);
      const [{ tokenizer, trie }, { core }] = await Promise.all([
        readWithTrie(files, host.keptTries, context),
        loadCore(compiled, threads, { cores: host.cores }),
      ]);
      this.#watch(core);
      core.loadTokenizer(tokenizer, trie);
      this.#tokenizer = { core, files };
      soon(core, () => keepTrie(core, files, host.keptTries));
      return { threads: core.threads };
    });
  }

  async encode(
    { texts, settings }: Params<"encode">,
    context: AnswerContext,
  ): Promise<EncodedTexts> {
    const tokenizer = this.#loadedTokenizer();
    const { core } = tokenizer;
    if (settings.mode === "sentencepiece") await this.#ensureSentencePiece(tokenizer, context);
    await startFor(texts.joined.length, core);
    return core.encode(texts, settings.mode, settings.compat, settings.offsets);
  }

  pieces({ ids, compat }: Params<"pieces">): string[] {
    return this.#loadedTokenizer().core.pieces(ids, compat);
  }

  /** The model, or its base model with the adapter that it is. */
  async #open(
    model: ModelSource,
    remote: RemoteSettings,
    context: CallContext,
  ): Promise<ModelFiles> {
    const open = (name: string, from = remote): Promise<ModelFiles> =>
      this.#host.openModel(name, from, context);
    const files = await openSource(model, open);
    return withAdapter(files, (name, revision) => open(name, { ...remote, revision }), context);
  }

  #watch(core: Core): void {
    this.#core = core;
    core.onStopped((error) => {
      this.#report(error);
    });
  }

  async #tag<T>(loaded: Classifier, context: AnswerContext, call: () => Promise<T>): Promise<T> {
    try {
      return await withNews(loaded, context, call);
    } catch (error) {
      if (isRuntimeTrap(error)) {
        this.#hasTrapped = true;
        this.#report(error);
      }
      throw error;
    }
  }

  #loadedClassifier(): Classifier {
    if (this.#classifier !== undefined) return this.#classifier;
    throw new InternalError("a text came before loadClassifier");
  }

  #loadedTokenizer(): LoadedTokenizer {
    if (this.#tokenizer !== undefined) return this.#tokenizer;
    throw new InternalError("a text came before loadTokenizer");
  }

  /** The library's copy of the vocabulary, in the one core this worker has. */
  async #ensureSentencePiece(
    { core, files }: LoadedTokenizer,
    context: CallContext,
  ): Promise<void> {
    if (this.#hasSentencePiece) return;
    const vocabulary = await files.read(sentencePieceFile, context);
    core.loadSentencePiece(vocabulary, `${files.name}/${sentencePieceFile}`);
    this.#hasSentencePiece = true;
  }
}

/** Whether ONNX Runtime's WebAssembly is in no defined state: it throws numbers where its memory is full. */
function isRuntimeTrap(error: unknown): error is NerError {
  if (!hasCode(error, "backend")) return false;
  return typeof error.cause === "number" || error.cause instanceof WebAssembly.RuntimeError;
}

/** What a file that is damaged in a cache may lead to. */
const damages: readonly ErrorCode[] = [
  "invalid_config",
  "invalid_tokenizer",
  "invalid_checkpoint",
  "model_file",
  "backend",
];

/** Loads again where the first time something was read that is damaged in a cache. */
async function withSecondTry<T>(
  files: ModelFiles,
  { signal }: CallContext,
  load: () => Promise<T>,
): Promise<T> {
  try {
    return await load();
  } catch (error) {
    signal.throwIfAborted();
    const isOfFile = damages.some((code) => hasCode(error, code));
    if (!isOfFile || (await files.recheck?.(signal)) !== true) throw error;
    return load();
  }
}

/** Runs a call, and tells the client what changed: a GPU may be lost, threads may not have started. */
async function withNews<T>(
  classifier: Classifier,
  { onInfo }: AnswerContext,
  call: () => Promise<T>,
): Promise<T> {
  try {
    return await call();
  } finally {
    const { told } = classifier;
    const now = classifier.info();
    if (now.device !== told.device || now.threads !== told.threads) onInfo(now);
    classifier.told = now;
  }
}

/** Starts the core's threads once the answer to this call is on its way, and then does `work`. */
function soon(core: Core, work: () => Promise<void>): void {
  setTimeout(() => {
    // The next call says what stopped the core.
    core
      .startThreads()
      .then(work)
      .catch(() => undefined);
  });
}

/** Characters that are read at once, on whatever threads have started. */
const fewCharacters = 500;

/** A first sentence does not wait for threads, a document does. */
async function startFor(characters: number, core: Core): Promise<void> {
  if (characters > fewCharacters) await core.startThreads();
}

async function readSentences(
  files: ModelFiles,
  context: CallContext,
): Promise<VerificationSentence[]> {
  const json = new TextDecoder().decode(await files.read(verificationFile, context));
  return readVerification(json, `${files.name}/${verificationFile}`);
}
