// SPDX-License-Identifier: Apache-2.0

import { argumentError, checkNames, checkSignal } from "../base/checks.js";
import type { AbortSignal } from "../base/host_types.js";
import { typeOf } from "../base/palette.js";
import type { Entity, EntityGroup } from "../base/types.js";
import type { SourcedEntity } from "../recognizers/types.js";
import { placeholderFinder } from "./find_placeholders.js";
import type { PlaceholderFinder } from "./find_placeholders.js";
import { findPrivate } from "./find_private.js";
import { KeyedHash, hexFrom, idFrom } from "./keyed.js";
import { copyWithStrings } from "./json_strings.js";
import type { Json, JsonPath } from "./json_strings.js";
import { isLookalike, lookalikeLabel, lookalikesIn, reserveLookalikes } from "./lookalikes.js";
import { MentionIndex } from "./mentions.js";
import { labelInPlaceholder, placeholderOf } from "./placeholder.js";
import { replaceSpans } from "./replace_spans.js";
import type { SpanReplacement } from "./replace_spans.js";
import { resolveSpans } from "./resolve_spans.js";
import type { MaskerSettings } from "./settings.js";
import { PlaceholderTable } from "./table.js";
import type { MaskSessionJson } from "./table.js";
import type { FindEntities, MaskJsonOptions, MaskPolicy, MaskSession, Masked } from "./types.js";
import { restore } from "./unmask.js";
import type { Unmasked } from "./unmask.js";
import { UnmaskedEvents } from "./unmask_events.js";
import { UnmaskedParts } from "./unmask_stream.js";

/**
 * Masks texts with one table.
 *
 * Invariant: `unmask((await mask(x)).text).text` is `x`, if nothing is redacted or hashed and `x` has none of
 * the table's placeholders; these stay as they are, so that masking a masked text changes nothing.
 */
export class TableSession implements MaskSession {
  readonly #ner: FindEntities | null;
  readonly #settings: MaskerSettings;
  readonly #hash: KeyedHash | undefined;
  readonly #table: PlaceholderTable;
  #known = new MentionIndex();
  #finder: { key: string; finder: PlaceholderFinder } | undefined;

  constructor(
    ner: FindEntities | null,
    settings: MaskerSettings,
    table: PlaceholderTable = new PlaceholderTable(),
  ) {
    this.#ner = ner;
    this.#settings = settings;
    this.#hash = settings.key === undefined ? undefined : new KeyedHash(settings.key);
    this.#table = table;
    this.#learn();
  }

  async mask(text: string, options?: { signal?: AbortSignal | undefined }): Promise<Masked> {
    checkText(text);
    const signal = checkSignal(checkNames("option", options, ["signal"])["signal"]);
    signal?.throwIfAborted();
    const records = await this.#ner?.(text, { aggregation_strategy: "simple", signal });
    const entities = (records ?? []).map(asGroup);
    const finder = this.#finderNow();
    const fixed = finder.find(text).filter(({ isExact }) => isExact);
    const known = this.#known;
    const found = findPrivate(text, { entities, known, fixed }, this.#settings);
    const masked = found.filter((each) => this.#policyFor(each) !== "keep");
    const lookalikes = lookalikesIn(text, [...masked, ...fixed], finder);
    reserveLookalikes(text, [...masked, ...fixed, ...lookalikes], this.#table);
    // What is kept may have a lookalike in it.
    const kept = found.filter((each) => this.#policyFor(each) === "keep");
    const spans = [...masked, ...resolveSpans(text, [...kept, ...lookalikes])].sort(
      (a, b) => a.start - b.start,
    );
    const replacements: SpanReplacement[] = [];
    const digests = await this.#digestsOf(spans);
    signal?.throwIfAborted();
    for (const [at, span] of spans.entries()) {
      const policy = this.#policyFor(span);
      replacements.push({ span, policy, replacement: this.#replace(span, policy, digests[at]) });
    }
    return replaceSpans(text, replacements);
  }

  unmask(text: string): Unmasked {
    checkText(text);
    return restore(text, this.#finderNow().find(text));
  }

  unmaskStream(): TransformStream<string, string> {
    return streamOf(new UnmaskedParts(this.#finderNow()));
  }

  unmaskEvents(): TransformStream<string, string> {
    return streamOf(new UnmaskedEvents(this.#finderNow()));
  }

  async maskJson<T>(value: T, options?: MaskJsonOptions): Promise<T> {
    const { signal, only } = readJsonOptions(options);
    const { copy, strings } = copyWithStrings(value as Json);
    for (const string of strings) {
      if (only(string.path)) string.set((await this.mask(string.text, { signal })).text);
    }
    return copy() as T;
  }

  unmaskJson<T>(value: T): T {
    const { copy, strings } = copyWithStrings(value as Json);
    for (const string of strings) string.set(this.unmask(string.text).text);
    return copy() as T;
  }

  forget(value: string): boolean {
    checkText(value);
    const isGone = this.#table.forget(value);
    if (isGone) this.#learn();
    return isGone;
  }

  merge(other: MaskSession): void {
    const given: unknown = other;
    if (!(given instanceof TableSession)) throw argumentError("session", "a session", other);
    this.#table.merge(given.#table);
    this.#learn();
  }

  toJSON(): MaskSessionJson {
    return this.#table.toJSON();
  }

  #policyFor(span: SourcedEntity): MaskPolicy {
    return isLookalike(span) ? "replace" : this.#settings.policyOf(span.entity_group);
  }

  #replace(span: SourcedEntity, policy: MaskPolicy, digest: Uint8Array | undefined): string {
    const { entity_group: label, word: value } = span;
    if (policy === "keep") return value;
    if (!isLookalike(span)) this.#known.add({ label, value });
    if (policy === "redact") return `[${labelInPlaceholder(label)}]`;
    if (policy === "hash")
      return `[${labelInPlaceholder(label)}#${hexFrom(digest ?? new Uint8Array())}]`;
    const keyedId = digest && ((length: number) => idFrom(digest, length));
    const claim = this.#table.add(label, value, keyedId);
    return placeholderOf(claim.label, claim.id);
  }

  async #digestsOf(spans: readonly SourcedEntity[]): Promise<(Uint8Array | undefined)[]> {
    const hash = this.#hash;
    if (hash === undefined) return [];
    return Promise.all(spans.map(({ entity_group, word }) => hash.digest(entity_group, word)));
  }

  /** Made anew where a label or a longer id has come. */
  #finderNow(): PlaceholderFinder {
    const key = `${[...this.#table.labels].join("\n")}\n${this.#table.longestId}`;
    if (this.#finder?.key !== key) this.#finder = { key, finder: placeholderFinder(this.#table) };
    return this.#finder.finder;
  }

  #learn(): void {
    const claims = this.#table.claims().filter(({ label }) => label !== lookalikeLabel);
    this.#known = new MentionIndex(claims);
  }
}

/** Text that comes in parts, and what is held back of it. */
function streamOf(parts: UnmaskedParts | UnmaskedEvents): TransformStream<string, string> {
  return new TransformStream<string, string>({
    transform: (text, controller) => {
      checkText(text);
      const out = parts.add(text);
      if (out !== "") controller.enqueue(out);
    },
    flush: (controller) => {
      const out = parts.end();
      if (out !== "") controller.enqueue(out);
    },
  });
}

function readJsonOptions(options: unknown): {
  signal: AbortSignal | undefined;
  only: (path: JsonPath) => boolean;
} {
  const { only, signal } = checkNames("option", options, ["only", "signal"]);
  if (only !== undefined && typeof only !== "function") {
    throw argumentError("only", "a function", only);
  }
  return {
    signal: checkSignal(signal),
    only: (only as ((path: JsonPath) => boolean) | undefined) ?? (() => true),
  };
}

function asGroup(record: Entity): EntityGroup {
  if ("entity_group" in record) return record;
  const { entity, score, word, start, end } = record;
  return { entity_group: typeOf(entity), score, word, start, end };
}

function checkText(text: unknown): void {
  if (typeof text !== "string") throw argumentError("text", "a string", text);
}
