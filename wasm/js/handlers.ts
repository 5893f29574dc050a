// SPDX-License-Identifier: Apache-2.0

import type { ImportRuntime } from "./backends/onnx.js";
import { openCheckpoint } from "./checkpoint.js";
import type { Core } from "./core.js";
import { Engine } from "./engine.js";
import { InternalError } from "./errors.js";
import { fetchModel } from "./fetch_model.js";
import { loadCore } from "./load.js";
import { loadBackend } from "./load_backend.js";
import { openSource } from "./model_source.js";
import { configFile, readTokenizer, sentencePieceFile, tokenizerFilesOf } from "./model.js";
import type { ModelFiles, ReadOptions } from "./model.js";
import { openQuantized } from "./quantized_cache.js";
import type { QuantizedCache } from "./quantized_cache.js";
import type { RemoteSettings } from "./remote_options.js";
import type { CallContext, Handlers } from "./serve.js";
import { readVerification, verificationFile, verify } from "./verification.js";
import type { VerificationSentence } from "./verification.js";
import { memoryFor } from "./weights.js";

/** What a host lends the worker. */
export interface WorkerHost {
  /** Processors of this machine. */
  readonly cores: number;
  /** Rejects with a ModelNotFoundError, HubError or OfflineError where there is no such model. */
  openModel(model: string, remote: RemoteSettings, options: ReadOptions): Promise<ModelFiles>;
  /** ONNX Runtime Web, for models that need it; rejects where it is not installed. */
  readonly importRuntime: ImportRuntime;
  /** Undefined where the host keeps no files. */
  quantizedCache: QuantizedCache | undefined;
}

/** The worker's calls. A worker holds one classifier or one tokenizer for its whole life. */
export function createHandlers(host: WorkerHost): Handlers {
  let classifier: { engine: Engine; core: Core; files: ModelFiles } | undefined;
  let tokenizer: { core: Core; files: ModelFiles } | undefined;
  let hasSentencePiece = false;

  const loadedClassifier = (): { engine: Engine; core: Core; files: ModelFiles } => {
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
      const { compiled, model, remote, threads: wanted, cacheQuantized } = params;
      const files = await openSource(model, (name) => host.openModel(name, remote, context));
      const configJson = new TextDecoder().decode(await files.read(configFile, context));
      const choice = await fetchModel(files, params.backend, params.dtype, context);
      const tokenizerFiles = await readTokenizer(files, context);
      const { weights } = await openCheckpoint({ compiled, files, file: choice.file, ...context });
      try {
        const { core, variant, threads } = await loadCore(compiled, wanted, {
          cores: host.cores,
          maxMemory: memoryFor(choice, weights.size),
        });
        core.loadTokenizer(tokenizerFiles);
        core.loadConfig(configJson, `${files.name}/${configFile}`);
        const labels = core.labels();
        const { importRuntime } = host;
        const load = {
          ...{ core, files, weights, choice, configJson, threads, context, importRuntime },
        };
        const cache = cacheQuantized ? host.quantizedCache : undefined;
        const { backend, kernel } = await loadBackend(load, await openQuantized(load, cache));
        classifier = { engine: new Engine(core, backend), core, files };
        const verification = params.verify
          ? await verify(core, backend, await readSentences(files, context), context.signal)
          : undefined;
        const { file } = choice;
        context.onProgress({ phase: "ready", file, loaded: weights.size, total: weights.size });
        return {
          model: files.name,
          revision: files.revision,
          weights: file,
          weights_reason: choice.reason,
          backend: backend.name,
          dtype: backend.name === "xnnpack" ? choice.precision : "onnx",
          kernel,
          core: variant,
          threads,
          labels,
          max_tokens: core.maxTokens(),
          verification,
        };
      } finally {
        await weights.close();
      }
    },

    async classify({ inputs, settings }, { signal }) {
      return loadedClassifier().engine.classify(inputs, settings, signal);
    },

    async tagWords({ lists, settings, spans }, context) {
      const { engine, core, files } = loadedClassifier();
      if (settings.mode === "sparknlp") await ensureSentencePiece(core, files, context);
      return engine.tagWords(lists, settings, spans, context.signal);
    },

    async loadTokenizer({ compiled, model, remote, threads: wanted }, context) {
      const files = await openSource(model, (name) => host.openModel(name, remote, context));
      await files.fetch(await tokenizerFilesOf(files), context);
      const [tokenizerFiles, { core, threads }] = await Promise.all([
        readTokenizer(files, context),
        loadCore(compiled, wanted, { cores: host.cores }),
      ]);
      core.loadTokenizer(tokenizerFiles);
      tokenizer = { core, files };
      return { threads };
    },

    async encode({ texts, settings }, context) {
      if (tokenizer === undefined) {
        throw new InternalError("encode was called before loadTokenizer");
      }
      const { core, files } = tokenizer;
      if (settings.mode === "sentencepiece") await ensureSentencePiece(core, files, context);
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

async function readSentences(
  files: ModelFiles,
  context: CallContext,
): Promise<VerificationSentence[]> {
  const json = new TextDecoder().decode(await files.read(verificationFile, context));
  return readVerification(json, `${files.name}/${verificationFile}`);
}
