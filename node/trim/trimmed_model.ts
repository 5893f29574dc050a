// SPDX-License-Identifier: Apache-2.0

import type { RandomAccess } from "../../wasm/js/base/random_access.js";
import type { CompiledCore } from "../../wasm/js/core/compile.js";
import { loadCore } from "../../wasm/js/core/start_core.js";
import {
  configFile,
  readTokenizer,
  sentencePieceFile,
  tokenizerFileNames,
} from "../../wasm/js/files/model_files.js";
import type { ModelFiles } from "../../wasm/js/files/model_files.js";
import { openCheckpoint } from "../../wasm/js/weights/checkpoint.js";
import { countPieces } from "./count_pieces.js";
import { coverage, keptPieces } from "./kept_pieces.js";
import type { PieceFile } from "./piece.js";
import { sentencePieceModel } from "./sentencepiece_file.js";
import { tokenizerJson, trimAddedTokens, trimTokenizerConfig } from "./tokenizer_json_file.js";
import { trimmedWeights } from "./trimmed_weights.js";

/** What trimming kept. */
export interface TrimmedVocabulary {
  pieces: number;
  of: number;
  /** The share of the pieces of further text of the corpus's kind that are kept, an estimate. */
  coverage: number;
}

export interface TrimmedModel {
  /** The model as it would be; its weights are in `model.safetensors`. */
  files: ModelFiles;
  vocabulary: TrimmedVocabulary;
}

export interface TrimOptions {
  compiled: CompiledCore;
  model: ModelFiles;
  /** Weights of `model`. */
  published: string;
  /** A file of text, one sentence or paragraph a line. */
  corpus: string;
  signal: AbortSignal;
  onProgress: (loaded: number, total: number) => void;
}

/** How each tokenizer file loses pieces. */
const trims: Record<string, PieceFile["trim"]> = {
  "tokenizer.json": tokenizerJson.trim,
  [sentencePieceFile]: sentencePieceModel.trim,
  "tokenizer_config.json": trimTokenizerConfig,
  "added_tokens.json": trimAddedTokens,
};

/** What the trimmed model's weights are called, whatever form they are published in. */
export const trimmedFile = "model.safetensors";

/** `config.json`'s numbers that change with the vocabulary. */
const idFields = ["pad_token_id", "bos_token_id", "eos_token_id"];

/**
 * The model with the pieces only that a corpus uses (Ushio et al., 2023, "An Efficient Multilingual
 * Language Model Compression through Vocabulary Trimming"). A text whose pieces are all kept is cut
 * into the same pieces, for the best way of cutting it is still there, and has the same logits.
 */
export async function openTrimmed(options: TrimOptions): Promise<TrimmedModel> {
  const { compiled, model, signal } = options;
  const quiet = { signal, onProgress: () => undefined };
  const loaded = await loadCore(compiled, 1, { cores: 1 });
  using core = loaded.core;
  const tokenizer = await readTokenizer(model, quiet);
  core.loadTokenizer(tokenizer);
  const form = tokenizer.where.endsWith(sentencePieceFile) ? sentencePieceModel : tokenizerJson;
  const pieces = form.pieces(tokenizer.vocabulary);
  const counts = await countPieces(core, options.corpus, pieces.length, options);
  const kept = keptPieces(pieces, counts);

  const config = JSON.parse(
    new TextDecoder().decode(await model.read(configFile, quiet)),
  ) as Record<string, unknown>;
  config["vocab_size"] = kept.length;
  for (const field of idFields) {
    const id = kept.indexOf(Number(config[field] ?? NaN));
    if (id >= 0) config[field] = id;
  }

  const contents = new Map<string, Uint8Array>();
  contents.set(configFile, new TextEncoder().encode(`${JSON.stringify(config, null, 2)}\n`));
  for (const file of tokenizerFileNames) {
    if (!(await model.has(file))) continue;
    const bytes = await model.read(file, quiet);
    contents.set(file, trims[file]?.(bytes, kept) ?? bytes);
  }
  return {
    files: trimmedFiles(options, contents, kept),
    vocabulary: { pieces: kept.length, of: pieces.length, coverage: coverage(counts) },
  };
}

function trimmedFiles(
  { compiled, model, published, signal }: TrimOptions,
  contents: ReadonlyMap<string, Uint8Array>,
  kept: readonly number[],
): ModelFiles {
  return {
    name: model.name,
    revision: undefined,
    fetch: () => Promise.resolve(),
    has: (file) => Promise.resolve(contents.has(file) || file === trimmedFile),
    read: (file, options) => {
      const bytes = contents.get(file);
      return bytes === undefined ? model.read(file, options) : Promise.resolve(bytes);
    },
    open: async (): Promise<RandomAccess> => {
      const { checkpoint } = await openCheckpoint({
        compiled,
        files: model,
        file: published,
        signal,
        onProgress: () => undefined,
      });
      try {
        const { core } = await loadCore(compiled, 1, { cores: 1 });
        using checker = core;
        const configJson = new TextDecoder().decode(
          await model.read(configFile, { signal, onProgress: () => undefined }),
        );
        const where = `${model.name}/${published}`;
        return await trimmedWeights({ core: checker, checkpoint, configJson, kept, where, signal });
      } catch (error) {
        await checkpoint.close();
        throw error;
      }
    },
  };
}
