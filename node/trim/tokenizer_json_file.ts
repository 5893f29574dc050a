// SPDX-License-Identifier: Apache-2.0

import type { Piece, PieceFile } from "./piece.js";

/** What is read and changed of tokenizer.json; the rest is kept as it is. */
interface TokenizerJson {
  model: { vocab: [string, number][]; unk_id?: number | null };
  added_tokens?: { id: number; content: string }[] | null;
  post_processor?: PostProcessor | null;
}

/** TemplateProcessing names ids by token, RobertaProcessing in pairs, Sequence has others in it. */
interface PostProcessor {
  special_tokens?: Record<string, { ids: number[] }>;
  sep?: [string, number];
  cls?: [string, number];
  processors?: PostProcessor[];
}

export const tokenizerJson: PieceFile = {
  pieces: (bytes) => {
    const { model, added_tokens: added } = parse(bytes);
    const pieces = model.vocab.map(([text, score]): Piece => ({ text, score, isAdded: false }));
    for (const { id, content } of added ?? []) {
      pieces[id] = { text: content, score: pieces[id]?.score ?? 0, isAdded: true };
    }
    return pieces;
  },

  trim: (bytes, kept) => {
    const json = parse(bytes);
    const newIds = new Map(kept.map((id, i) => [id, i]));
    const renumbered = (id: number): number => newIds.get(id) ?? 0; // all that are named are kept
    const { model, added_tokens: added } = json;
    model.vocab = model.vocab.filter((_, id) => newIds.has(id));
    if (typeof model.unk_id === "number") model.unk_id = renumbered(model.unk_id);
    for (const token of added ?? []) token.id = renumbered(token.id);
    renumberProcessor(json.post_processor, renumbered);
    return new TextEncoder().encode(JSON.stringify(json));
  },
};

function parse(bytes: Uint8Array): TokenizerJson {
  return JSON.parse(new TextDecoder().decode(bytes)) as TokenizerJson; // the core has checked it
}

function renumberProcessor(
  processor: PostProcessor | null | undefined,
  renumbered: (id: number) => number,
): void {
  if (processor === null || processor === undefined) return;
  for (const token of Object.values(processor.special_tokens ?? {})) {
    token.ids = token.ids.map(renumbered);
  }
  for (const pair of [processor.sep, processor.cls]) {
    if (pair !== undefined) pair[1] = renumbered(pair[1]);
  }
  for (const each of processor.processors ?? []) renumberProcessor(each, renumbered);
}

/** added_tokens.json, of older models. */
export function trimAddedTokens(bytes: Uint8Array, kept: readonly number[]): Uint8Array {
  const tokens = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, number>; // the core has checked it
  const renumbered = Object.entries(tokens).map(([token, id]) => [token, kept.indexOf(id)]);
  return new TextEncoder().encode(`${JSON.stringify(Object.fromEntries(renumbered), null, 2)}\n`);
}

/** tokenizer_config.json lists the added tokens by id, too. */
export function trimTokenizerConfig(bytes: Uint8Array, kept: readonly number[]): Uint8Array {
  const config = JSON.parse(new TextDecoder().decode(bytes)) as {
    added_tokens_decoder?: Record<string, unknown>;
  };
  if (config.added_tokens_decoder === undefined) return bytes;
  const tokens = Object.entries(config.added_tokens_decoder);
  config.added_tokens_decoder = Object.fromEntries(
    tokens.map(([id, token]) => [String(kept.indexOf(Number(id))), token]),
  );
  return new TextEncoder().encode(`${JSON.stringify(config, null, 2)}\n`);
}
