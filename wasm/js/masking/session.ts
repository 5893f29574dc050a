// SPDX-License-Identifier: Apache-2.0

import { argumentError, checkNames, checkSignal } from "../base/checks.js";
import type { AbortSignal } from "../base/host_types.js";
import { untilAborted } from "../base/on_abort.js";
import type { SourcedEntity } from "../recognizers/types.js";
import { checkRecords } from "./check_records.js";
import { placeholderFinder } from "./find_placeholders.js";
import type { PlaceholderFinder } from "./find_placeholders.js";
import { findPrivate } from "./find_private.js";
import { KeyedHash, hexFrom, idFrom } from "./keyed.js";
import { readJsonOptions } from "./json_options.js";
import { copyWithStrings } from "./json_strings.js";
import type { Json } from "./json_strings.js";
import { isLookalike, lookalikeLabel, lookalikesIn, reserveLookalikes } from "./lookalikes.js";
import { MentionIndex } from "./mentions.js";
import type { KnownValue } from "./mentions.js";
import { labelInPlaceholder, placeholderOf } from "./placeholder.js";
import type { Range } from "./ranges.js";
import { streamOf } from "./part_stream.js";
import { replaceSpans } from "./replace_spans.js";
import type { SpanReplacement } from "./replace_spans.js";
import { resolveSpans, sources } from "./resolve_spans.js";
import type { MaskerSettings } from "./settings.js";
import { PlaceholderTable, valueKey } from "./table.js";
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
  #known: MentionIndex;
  /** Values that were redacted or hashed: the table has none of them. */
  readonly #withoutPlace = new Map<string, KnownValue>();
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
    this.#known = this.#mentionsKnown();
  }

  async mask(text: string, options?: { signal?: AbortSignal | undefined }): Promise<Masked> {
    const signal = checkCall(text, options);
    const entities = await this.#entitiesOf(text, signal);
    const digests = new Map<string, Uint8Array>();
    for (;;) {
      const plan = this.#plan(text, entities);
      const missing = plan.spans.filter((span) => !digests.has(keyOf(span)));
      if (this.#hash === undefined || missing.length === 0) {
        return this.#carryOut(text, plan, digests);
      }
      // Meanwhile another text may change the table, and what is to be masked in this one with it.
      await addDigests(digests, this.#hash, missing);
      signal?.throwIfAborted();
    }
  }

  async recognize(
    text: string,
    options?: { signal?: AbortSignal | undefined },
  ): Promise<SourcedEntity[]> {
    const entities = await this.#entitiesOf(text, checkCall(text, options));
    return this.#plan(text, entities).found;
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
    const hidden = [...this.#withoutPlace].filter(([, each]) => each.value === value);
    for (const [key] of hidden) this.#withoutPlace.delete(key);
    if (isGone || hidden.length > 0) this.#known = this.#mentionsKnown();
    return isGone || hidden.length > 0;
  }

  merge(other: MaskSession): void {
    const given: unknown = other;
    if (!(given instanceof TableSession)) throw argumentError("session", "a session", other);
    this.#table.merge(given.#table);
    this.#known = this.#mentionsKnown();
  }

  toJSON(): MaskSessionJson {
    return this.#table.toJSON();
  }

  async #entitiesOf(
    text: string,
    signal: AbortSignal | undefined,
  ): Promise<readonly SourcedEntity[]> {
    if (this.#ner === null) return [];
    const found = this.#ner(text, { aggregation_strategy: "simple", signal });
    return checkRecords(text, "ner", await untilAborted(found, signal), sources.model);
  }

  /** What to do with a text, by the table as it is now. */
  #plan(text: string, entities: readonly SourcedEntity[]): Plan {
    const finder = this.#finderNow();
    const fixed = finder.find(text).filter(({ isExact }) => isExact);
    const found = findPrivate(text, { entities, known: this.#known, fixed }, this.#settings);
    const masked = found.filter((each) => this.#policyFor(each) !== "keep");
    const lookalikes = lookalikesIn(text, [...masked, ...fixed], finder);
    // What is kept may have a lookalike in it.
    const kept = found.filter((each) => this.#policyFor(each) === "keep");
    const spans = [...masked, ...resolveSpans(text, [...kept, ...lookalikes])].sort(
      (a, b) => a.start - b.start,
    );
    return { found, spans, taken: [...masked, ...fixed, ...lookalikes] };
  }

  #carryOut(
    text: string,
    { spans, taken }: Plan,
    digests: ReadonlyMap<string, Uint8Array>,
  ): Masked {
    reserveLookalikes(text, taken, this.#table);
    const replacements = spans.map((span): SpanReplacement => {
      const policy = this.#policyFor(span);
      return { span, policy, replacement: this.#replace(span, policy, digests.get(keyOf(span))) };
    });
    return replaceSpans(text, replacements);
  }

  #policyFor(span: SourcedEntity): MaskPolicy {
    return isLookalike(span) ? "replace" : this.#settings.policyOf(span.entity_group);
  }

  #replace(span: SourcedEntity, policy: MaskPolicy, digest: Uint8Array | undefined): string {
    const { entity_group: label, word: value } = span;
    if (policy === "keep") return value;
    if (!isLookalike(span)) this.#known.addFound([{ label, value }]);
    if (policy !== "replace") this.#withoutPlace.set(keyOf(span), { label, value });
    if (policy === "redact") return this.#labelAlone(label);
    if (policy === "hash")
      return `[${labelInPlaceholder(label)}#${hexFrom(digest ?? new Uint8Array())}]`;
    const keyedId = digest && ((length: number) => idFrom(digest, length));
    const claim = this.#table.add(label, value, keyedId);
    return placeholderOf(claim.label, claim.id);
  }

  /** Of a label that ends with a digit that may be a placeholder of another: `[L1]` is the first of `L`. */
  #labelAlone(label: string): string {
    const alone = `[${labelInPlaceholder(label)}]`;
    reserveLookalikes(alone, [], this.#table);
    return this.#finderNow().find(alone).length === 0 ? alone : "[X]";
  }

  /** Made anew where a label or a longer id has come. */
  #finderNow(): PlaceholderFinder {
    const key = `${[...this.#table.labels].join("\n")}\n${this.#table.longestId}`;
    if (this.#finder?.key !== key) this.#finder = { key, finder: placeholderFinder(this.#table) };
    return this.#finder.finder;
  }

  #mentionsKnown(): MentionIndex {
    const claims = this.#table.claims().filter(({ label }) => label !== lookalikeLabel);
    const known = new MentionIndex([], this.#settings.names?.mentionFinder());
    known.addFound([...claims, ...this.#withoutPlace.values()]);
    return known;
  }
}

/** What is to be replaced in a text, in order, and what is taken of it, with what stays a placeholder. */
interface Plan {
  /** What is private, also what is kept. */
  readonly found: SourcedEntity[];
  readonly spans: readonly SourcedEntity[];
  readonly taken: readonly Range[];
}

async function addDigests(
  digests: Map<string, Uint8Array>,
  hash: KeyedHash,
  spans: readonly SourcedEntity[],
): Promise<void> {
  await Promise.all(
    spans.map(async (span) => {
      digests.set(keyOf(span), await hash.digest(span.entity_group, span.word));
    }),
  );
}

function keyOf({ entity_group, word }: SourcedEntity): string {
  return valueKey(entity_group, word);
}

/** The signal of a call, which is not aborted yet. */
function checkCall(text: unknown, options: unknown): AbortSignal | undefined {
  checkText(text);
  const signal = checkSignal(checkNames("option", options, ["signal"])["signal"]);
  signal?.throwIfAborted();
  return signal;
}

function checkText(text: unknown): void {
  if (typeof text !== "string") throw argumentError("text", "a string", text);
}
