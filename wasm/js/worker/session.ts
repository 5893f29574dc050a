// SPDX-License-Identifier: Apache-2.0

import type { ImportRuntime } from "../backends/onnx.js";
import type { CallContext } from "../base/call_context.js";
import { InternalError } from "../base/errors.js";
import type { PipelineInfo } from "../base/types.js";
import type { Core } from "../core/core.js";
import type { CoreInput } from "../core/core_module.js";
import { loadCore, threadsToStart } from "../core/start_core.js";
import {
  configFile,
  readTokenizer,
  sentencePieceFile,
  tokenizerFilesOf,
} from "../files/model_files.js";
import type { ModelFiles } from "../files/model_files.js";
import { openSource } from "../files/model_source.js";
import type { RemoteSettings } from "../options/remote_options.js";
import type { AnswerContext, Handlers } from "../rpc/serve.js";
import { loadModel } from "./load_model.js";
import type { DeviceChoices, ImportWebgpu, QuantizedCache } from "./load_types.js";
import { Engine } from "./tagger.js";
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
  quantizedCache: QuantizedCache | undefined;
  /** Undefined where the host keeps nothing, or has no GPU. */
  deviceChoices: DeviceChoices | undefined;
}

interface Classifier {
  engine: Engine;
  core: Core;
  files: ModelFiles;
  info: () => PipelineInfo;
  /** What the client last heard of it. */
  told: PipelineInfo;
}

/** The worker's calls. A worker holds one classifier or one tokenizer for its whole life. */
export function createHandlers(host: WorkerHost): Handlers {
  let classifier: Classifier | undefined;
  let tokenizer: { core: Core; files: ModelFiles } | undefined;
  let hasSentencePiece = false;

  const loadedClassifier = (): Classifier => {
    if (classifier !== undefined) return classifier;
    throw new InternalError("a text came before loadClassifier");
  };

  /** The library's copy of the vocabulary, in the one core this worker has. */
  const ensureSentencePiece = async (
    core: Core,
    files: ModelFiles,
    context: CallContext,
  ): Promise<void> => {
    if (hasSentencePiece) return;
    const vocabulary = await files.read(sentencePieceFile, context);
    core.loadSentencePiece(vocabulary, `${files.name}/${sentencePieceFile}`);
    hasSentencePiece = true;
  };

  return {
    async loadClassifier(params, context) {
      const { compiled, model, remote, cacheQuantized, threads: wanted } = params;
      const files = await openSource(model, (name) => host.openModel(name, remote, context));
      const configJson = new TextDecoder().decode(await files.read(configFile, context));
      let started: Promise<Core> | undefined;
      const start = async (maxMemory: number, reading: CallContext): Promise<Core> => {
        const tokenizerFiles = await readTokenizer(files, reading);
        const { core } = await loadCore(compiled, wanted, { cores: host.cores, maxMemory });
        core.loadTokenizer(tokenizerFiles);
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
          quantizedCache: cacheQuantized ? host.quantizedCache : undefined,
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
        ...loaded.weights,
        core: compiled.variant,
        threads: core.threads,
        labels: core.labels(),
        max_tokens: core.maxTokens(),
        verification,
      });
      const told = info();
      classifier = { engine: new Engine(core, backend), core, files, info, told };
      const { weights: file } = loaded.weights;
      context.onProgress({ phase: "ready", file, loaded: size, total: size });
      startSoon(core);
      return told;
    },

    async classify({ inputs, settings }, context) {
      const loaded = loadedClassifier();
      return withNews(loaded, context, async () => {
        await startFor(lengthOf(inputs), loaded.core);
        return loaded.engine.classify(inputs, settings, context.signal);
      });
    },

    async tagWords({ lists, settings, spans }, context) {
      const loaded = loadedClassifier();
      const { engine, core, files } = loaded;
      if (settings.mode === "sparknlp") await ensureSentencePiece(core, files, context);
      return withNews(loaded, context, async () => {
        await startFor(lengthOf(lists), core);
        return engine.tagWords(lists, settings, spans, context.signal);
      });
    },

    async loadTokenizer({ compiled, model, remote, threads: wanted }, context) {
      const files = await openSource(model, (name) => host.openModel(name, remote, context));
      await files.fetch(await tokenizerFilesOf(files), context);
      const [tokenizerFiles, { core }] = await Promise.all([
        readTokenizer(files, context),
        loadCore(compiled, wanted, { cores: host.cores }),
      ]);
      core.loadTokenizer(tokenizerFiles);
      tokenizer = { core, files };
      startSoon(core);
      return { threads: core.threads };
    },

    async encode({ texts, settings }, context) {
      if (tokenizer === undefined) {
        throw new InternalError("encode was called before loadTokenizer");
      }
      const { core, files } = tokenizer;
      if (settings.mode === "sentencepiece") await ensureSentencePiece(core, files, context);
      await startFor(texts.joined.length, core);
      return core.encode(
        texts,
        settings.mode === "sentencepiece",
        settings.offsets === "codepoint",
      );
    },

    pieces({ ids }) {
      if (tokenizer === undefined) {
        throw new InternalError("pieces was called before loadTokenizer");
      }
      return tokenizer.core.pieces(ids);
    },
  };
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

/** Starts the core's threads once the answer to this call is on its way. */
function startSoon(core: Core): void {
  setTimeout(() => {
    core.startThreads().catch(() => undefined); // the next call says what stopped the core
  });
}

/** Characters that are read at once, on whatever threads have started. */
const fewCharacters = 500;

/** A first sentence does not wait for threads, a document does. */
async function startFor(characters: number, core: Core): Promise<void> {
  if (characters > fewCharacters) await core.startThreads();
}

function lengthOf(inputs: readonly CoreInput[]): number {
  let length = 0;
  for (const input of inputs) length += typeof input === "string" ? input.length : lengthOf(input);
  return length;
}

async function readSentences(
  files: ModelFiles,
  context: CallContext,
): Promise<VerificationSentence[]> {
  const json = new TextDecoder().decode(await files.read(verificationFile, context));
  return readVerification(json, `${files.name}/${verificationFile}`);
}
