// SPDX-License-Identifier: Apache-2.0

import type { AbortSignal, TransformStream } from "../base/host_types.js";
import type { Entity } from "../base/types.js";
import type { NameRules } from "../names/types.js";
import type { Recognizer, SourcedEntity } from "../recognizers/types.js";
import type { MaskSessionJson } from "./table.js";
import type { Unmasked } from "./unmask.js";

/** What finds entities by a model: a pipeline of this package is one. */
export type FindEntities = (
  text: string,
  options: { aggregation_strategy: "simple"; signal?: AbortSignal | undefined },
) => Promise<readonly Entity[]>;

/**
 * What becomes of a value: `replace`, a placeholder, which `unmask` turns back; `pseudonym`, another name of the kind
 * and script, which `unmask` turns back, too, and a placeholder for what is no person, firm, place or e-mail address;
 * `redact`, its label alone; `hash`, its label with a keyed hash, the same for the same value, and no way back;
 * `keep`, nothing.
 */
export type MaskPolicy = "replace" | "pseudonym" | "redact" | "hash" | "keep";

/** What `createMasker` may be told. */
export interface MaskerOptions {
  /** What finds values by rules, besides the model: see `xlmr-ner/recognizers`. Default: nothing. */
  recognizers?: readonly Recognizer[] | undefined;
  /** What finds persons besides the model, and takes everyday words out of what that finds: see `xlmr-ner/names`. Default: nothing. */
  names?: NameRules | undefined;
  /** By label; `*` is for all others. Default `replace`. */
  policy?: Readonly<Record<string, MaskPolicy>> | undefined;
  /** Entities of the model that score less are not masked: one figure, or by label, `*` for all others. Default 0. */
  min_score?: number | Readonly<Record<string, number>> | undefined;
  /** Values that are never masked: just these, or what these expressions match as a whole. */
  allow?: readonly (string | RegExp)[] | undefined;
  /** Values that are always masked, wherever a text has them as words: with their label, or as `PRIVATE`. */
  block?: readonly string[] | Readonly<Record<string, string>> | undefined;
  /** Whether every mention of a value is masked that was found once in the session. Default true. */
  mentions?: boolean | undefined;
  /**
   * A secret: placeholders and pseudonyms are then made from value and key, so that they are the same in every session.
   * The policy `hash` needs it. A string counts as UTF-8.
   */
  key?: string | Uint8Array | undefined;
}

/** A value that was masked. Offsets are UTF-16 units, half-open. */
export interface Replacement {
  /** The value's label. */
  label: string;
  /** What was done with it: `replace` where there was no pseudonym to be had. */
  policy: MaskPolicy;
  /** What stood in the text. */
  value: string;
  /** What stands there now. */
  replacement: string;
  /** Where it stood in the text. */
  start: number;
  /** Where it ended there. */
  end: number;
  /** Where it stands in the masked text. */
  masked_start: number;
  /** Where it ends there. */
  masked_end: number;
}

/** A masked text. */
export interface Masked {
  /** The text with its values replaced. */
  text: string;
  /** What was found and not allowed, in order, without overlap, with the policy `keep` too. */
  entities: SourcedEntity[];
  /** What was replaced. */
  replacements: Replacement[];
}

/** A text of a document, which is put together of its parts. */
export interface DocumentText {
  /** What the model reads. */
  readonly text: string;
  /** Places in it that no replacement goes over, ascending: a value there has one for each part. */
  readonly cuts?: readonly number[] | undefined;
  /** How a part is written in the document, where `unmask` would not write it so. */
  readonly written?: ((start: number, end: number) => string | undefined) | undefined;
}

/** What `maskTexts` may be told. */
export interface MaskTextsOptions {
  /** What the document has beside its texts, and keeps: no placeholder is given that is like a part of it. */
  seen?: readonly string[] | undefined;
  /** Ends the call: it rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
}

/** What `maskJson` may be told. */
export interface MaskJsonOptions {
  /** Which strings are masked, by the keys and places that lead to them: `["messages", 0, "content"]`. Default: all. */
  only?: ((path: readonly (string | number)[]) => boolean) | undefined;
  /** Ends the call: it rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
}

/** Texts that share a table: in all of them one value has one placeholder. */
export interface MaskSession {
  /** Rejects with what the model rejects with, or the signal's reason; the table is then as it was. */
  mask(text: string, options?: { signal?: AbortSignal | undefined }): Promise<Masked>;
  /** What `mask` would find, in order, without overlap. The table stays as it is. It rejects as `mask` does. */
  recognize(text: string, options?: { signal?: AbortSignal | undefined }): Promise<SourcedEntity[]>;
  /**
   * Masks the texts of one document together: what is found in one of them is masked in all. `xlmr-ner/forms` has
   * what parts documents into texts.
   */
  maskTexts(texts: readonly DocumentText[], options?: MaskTextsOptions): Promise<Masked[]>;
  /** Values for placeholders, also as language models write these. */
  unmask(text: string): Unmasked;
  /** `unmask` of a text that comes in parts, by the table as it is now. */
  unmaskStream(): TransformStream;
  /**
   * `unmask` of the server-sent events of a chat API as text: of OpenAI, Anthropic, Gemini and what speaks like
   * them. A placeholder may be cut by the border of two events; values in a tool's arguments are escaped as JSON.
   */
  unmaskEvents(): TransformStream;
  /**
   * A copy of a JSON value with its strings masked, as texts of one document: the messages of a chat, a record. Keys
   * stay. It rejects as `mask` does.
   */
  maskJson<T>(value: T, options?: MaskJsonOptions): Promise<T>;
  /** A copy of a JSON value with its strings unmasked. */
  unmaskJson<T>(value: T): T;
  /** Takes a value out of the table: its placeholders stay in texts, and are never given again. */
  forget(value: string): boolean;
  /**
   * Takes over another session's table. A placeholder that the two gave to different values is restored by
   * neither any more, and reported as unknown.
   */
  merge(other: MaskSession): void;
  /** The table, for `session()` of a masker. It has the values themselves. */
  toJSON(): MaskSessionJson;
}

/** Masks texts in a session of its own, or in others. */
export interface Masker extends MaskSession {
  /** A new session, or one that was saved. */
  session(json?: MaskSessionJson): MaskSession;
}
