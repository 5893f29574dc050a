// SPDX-License-Identifier: Apache-2.0

import { createOnnxBackend } from "./backends/onnx.js";
import type { Core } from "./core.js";
import { Engine } from "./engine.js";
import { InternalError } from "./errors.js";
import { loadCore } from "./load.js";
import type { CoreHost } from "./load.js";
import { configFile, findWeights, tokenizerFile } from "./model.js";
import type { ModelFiles } from "./model.js";
import type { Handlers } from "./serve.js";

/** What a host lends the worker. */
export interface WorkerHost extends CoreHost {
  /** Rejects with a ModelNotFoundError where there is no model of that name. */
  openModel(model: string): Promise<ModelFiles>;
}

/** The worker's calls. A worker holds one classifier or one tokenizer for its whole life. */
export function createHandlers(host: WorkerHost): Handlers {
  let engine: Engine | undefined;
  let tokenizer: { core: Core; files: ModelFiles; hasSentencePiece: boolean } | undefined;

  return {
    async loadClassifier({ model, threads: wanted }, context) {
      const files = await host.openModel(model);
      const config = new TextDecoder().decode(await files.read(configFile, context));
      const vocabulary = await files.read(tokenizerFile, context);
      const weightsFile = await findWeights(files);
      const { core, variant, threads } = await loadCore(wanted, host);
      core.loadTokenizer(vocabulary, `${files.name}/${tokenizerFile}`);
      core.loadConfig(config, `${files.name}/${configFile}`);
      const labels = core.labels();
      const weights = await files.read(weightsFile, context);
      const whole = { file: weightsFile, loaded: weights.length, total: weights.length };
      context.onProgress({ phase: "compile", ...whole });
      const where = `${files.name}/${weightsFile}`;
      const backend = await createOnnxBackend({ weights, where, labels: labels.length, threads });
      engine = new Engine(core, backend);
      context.onProgress({ phase: "ready", ...whole });
      return {
        model: files.name,
        weights: weightsFile,
        backend: backend.name,
        core: variant,
        threads,
        labels,
        max_tokens: core.maxTokens(),
      };
    },

    async classify({ texts, settings }, { signal }) {
      if (engine === undefined)
        throw new InternalError("classify was called before loadClassifier");
      return engine.classify(texts, settings, signal);
    },

    async loadTokenizer({ model, threads: wanted }, context) {
      const files = await host.openModel(model);
      const [vocabulary, loaded] = await Promise.all([
        files.read(tokenizerFile, context),
        loadCore(wanted, host),
      ]);
      const { core, threads } = loaded;
      core.loadTokenizer(vocabulary, `${files.name}/${tokenizerFile}`);
      tokenizer = { core, files, hasSentencePiece: false };
      return { threads };
    },

    async encode({ texts, settings }, context) {
      if (tokenizer === undefined) {
        throw new InternalError("encode was called before loadTokenizer");
      }
      const { core, files } = tokenizer;
      if (settings.mode === "sentencepiece" && !tokenizer.hasSentencePiece) {
        const vocabulary = await files.read(tokenizerFile, context);
        core.loadSentencePiece(vocabulary, `${files.name}/${tokenizerFile}`);
        tokenizer.hasSentencePiece = true;
      }
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
