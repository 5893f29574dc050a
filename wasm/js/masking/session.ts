// SPDX-License-Identifier: Apache-2.0

import { argumentError, checkNames, checkSignal } from "../base/checks.js";
import type { AbortSignal } from "../base/host_types.js";
import { untilAborted } from "../base/on_abort.js";
import type { SourcedEntity } from "../recognizers/types.js";
import type { PseudonymGiver, SessionWords } from "../pseudonyms/giver.js";
import type * as pseudonyms from "../pseudonyms/index.js";
import type { NameKind } from "../pseudonyms/invent.js";
import { checkRecords } from "./check_records.js";
import { placeholdersIn } from "./find_placeholders.js";
import type { FoundPlaceholder, PlaceholderFinder } from "./find_placeholders.js";
import { findPrivate } from "./find_private.js";
import { KeyedHash, hexFrom, idFrom } from "./keyed.js";
import { readJsonOptions } from "./json_options.js";
import { copyWithStrings } from "./json_strings.js";
import type { Json } from "./json_strings.js";
import { isLookalike, lookalikeLabel, lookalikesIn, reserveLookalikes } from "./lookalikes.js";
import { MentionIndex } from "./mentions.js";
import type { KnownValue } from "./mentions.js";
import { labelInPlaceholder, placeholderOf } from "./placeholder.js";
import { gapsOf } from "./ranges.js";
import type { Range } from "./ranges.js";
import { streamOf } from "./part_stream.js";
import { replaceSpans } from "./replace_spans.js";
import type { SpanReplacement } from "./replace_spans.js";
import { resolveSpans, sources } from "./resolve_spans.js";
import type { MaskerSettings } from "./settings.js";
import { PlaceholderTable, valueKey } from "./table.js";
import type { MaskSessionJson } from "./table.js";
import { tableFinder } from "./table_finder.js";
import { kindOf } from "./pseudonym_table.js";
import type {
  FindEntities,
  MaskJsonOptions,
  MaskPolicy,
  MaskSession,
  Masked,
  Replacement,
} from "./types.js";
import { restore } from "./unmask.js";
import type { Unmasked } from "./unmask.js";
import { UnmaskedEvents } from "./unmask_events.js";
import { UnmaskedParts } from "./unmask_stream.js";

/**
 * Masks texts with one table.
 *
 * Invariant: `unmask((await mask(x)).text).text` is `x`, if nothing is redacted or hashed and `x` has none of
 * the table's placeholders and pseudonyms; these stay as they are, so that masking a masked text changes nothing.
 */
export class TableSession implements MaskSession {
  readonly #ner: FindEntities | null;
  readonly #settings: MaskerSettings;
  readonly #hash: KeyedHash | undefined;
  readonly #table: PlaceholderTable;
  #known = new MentionIndex();
  /** Values that were redacted or hashed: the table has none of them. */
  readonly #withoutPlace = new Map<string, KnownValue>();
  /** Made where pseudonyms are wanted, and anew where the table has changed. */
  #words: SessionWords | undefined;
  #isStale = true;
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
    const inventor = this.#settings.pseudonyms ? await loadInventor(signal) : undefined;
    const entities = await this.#entitiesOf(text, signal);
    const digests = new Map<string, Uint8Array>();
    for (;;) {
      const plan = this.#plan(text, entities);
      const missing = plan.spans
        .flatMap((span) => this.#hashedFor(span, inventor))
        .filter(([label, value]) => !digests.has(valueKey(label, value)));
      if (this.#hash === undefined || missing.length === 0) {
        return this.#carryOut(text, plan, digests, inventor);
      }
      // Meanwhile another text may change the table, and what is to be masked in this one with it.
      await addDigests(digests, this.#hash, missing);
      signal?.throwIfAborted();
    }
  }

  unmask(text: string): Unmasked {
    checkText(text);
    return restore(text, this.#finderNow());
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
    if (isGone || hidden.length > 0) this.#learn();
    return isGone || hidden.length > 0;
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
    const fixed = placeholdersIn(text, finder).filter(({ isExact }) => isExact);
    const found = findPrivate(text, { entities, known: this.#known, fixed }, this.#settings);
    const masked = found.filter((each) => this.#policyFor(each) !== "keep");
    const lookalikes = lookalikesIn(text, [...masked, ...fixed], finder);
    // What is kept may have a lookalike in it.
    const kept = found.filter((each) => this.#policyFor(each) === "keep");
    const spans = [...masked, ...resolveSpans(text, [...kept, ...lookalikes])].sort(
      (a, b) => a.start - b.start,
    );
    return { spans, fixed, taken: [...masked, ...fixed, ...lookalikes] };
  }

  #carryOut(
    text: string,
    plan: Plan,
    digests: ReadonlyMap<string, Uint8Array>,
    inventor: Inventor | undefined,
  ): Masked {
    reserveLookalikes(text, plan.taken, this.#table);
    const giver = inventor && this.#giverFor(digests, inventor);
    for (const { start, end } of inventor ? gapsOf(text, plan.fixed) : []) {
      this.#words?.texts.add(text.slice(start, end));
    }
    const masked = this.#replaceAll(text, plan, digests, giver);
    if (giver === undefined || this.#comesBack(text, plan, masked)) return masked;
    // A name that stands beside other letters may be read in another way.
    this.#table.pseudonyms.withdraw(giver.added);
    return this.#replaceAll(text, plan, digests, undefined);
  }

  #replaceAll(
    text: string,
    { spans }: Plan,
    digests: ReadonlyMap<string, Uint8Array>,
    giver: PseudonymGiver | undefined,
  ): Masked {
    const replacements = spans.map((span): SpanReplacement => {
      const { entity_group: label, word: value } = span;
      const wanted = this.#policyFor(span);
      const kind = wanted === "pseudonym" ? kindOf(label) : undefined;
      const name = kind && giver?.give(kind, label, value);
      const policy = wanted === "pseudonym" && name === undefined ? "replace" : wanted;
      const replacement = this.#replace(span, policy, digests.get(keyOf(span)), name);
      return { span, policy, replacement };
    });
    return replaceSpans(text, replacements);
  }

  #giverFor(digests: ReadonlyMap<string, Uint8Array>, inventor: Inventor): PseudonymGiver {
    const random = (kind: NameKind, part: string): Uint8Array =>
      digests.get(valueKey(seedLabel(kind), part)) ?? crypto.getRandomValues(new Uint8Array(16));
    if (this.#isStale || this.#words === undefined) {
      this.#words = this.#wordsNow(new inventor.SessionWords(this.#words?.texts));
      this.#isStale = false;
    }
    return new inventor.PseudonymGiver(this.#table.pseudonyms, this.#words, random);
  }

  #wordsNow(words: SessionWords): SessionWords {
    const { pseudonyms: names } = this.#table;
    const named = names.claims();
    const all = [...this.#table.claims(), ...named, ...this.#withoutPlace.values()];
    for (const { value } of all) words.values.add(value);
    for (const name of names.reserved) words.pseudonyms.add(name);
    for (const { pseudonym } of named) words.pseudonyms.add(pseudonym);
    return words;
  }

  /** Whether each pseudonym is read as it was given, and the whole as it was. */
  #comesBack(text: string, { fixed }: Plan, { text: masked, replacements }: Masked): boolean {
    if (replacements.every(({ policy }) => policy !== "pseudonym")) return true;
    const found = placeholdersIn(masked, this.#finderNow());
    const exact = new Map(found.map((each) => [each.start, each]));
    const isRead = replacements.every(({ policy, masked_start, masked_end }) => {
      const each = exact.get(masked_start);
      return policy !== "pseudonym" || (each?.end === masked_end && each.isExact);
    });
    return (
      isRead && restore(masked, this.#finderNow()).text === restoredWith(text, replacements, fixed)
    );
  }

  /** What is hashed for a value, where there is a key. */
  #hashedFor(span: SourcedEntity, inventor: Inventor | undefined): [string, string][] {
    const { entity_group: label, word: value } = span;
    const kind = this.#policyFor(span) === "pseudonym" ? kindOf(label) : undefined;
    const seeds = kind === undefined ? [] : (inventor?.seedsOf(kind, value) ?? []);
    return [
      [label, value],
      ...seeds.map((seed): [string, string] => [seedLabel(kind ?? ""), seed]),
    ];
  }

  #policyFor(span: SourcedEntity): MaskPolicy {
    return isLookalike(span) ? "replace" : this.#settings.policyOf(span.entity_group);
  }

  #replace(
    span: SourcedEntity,
    policy: MaskPolicy,
    digest: Uint8Array | undefined,
    name: string | undefined,
  ): string {
    const { entity_group: label, word: value } = span;
    if (policy === "keep") return value;
    if (!isLookalike(span)) this.#known.add({ label, value });
    this.#words?.values.add(value);
    if (name !== undefined) return name;
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
    return placeholdersIn(alone, this.#finderNow()).length === 0 ? alone : "[X]";
  }

  /** Made anew where a label or a longer id has come. */
  #finderNow(): PlaceholderFinder {
    const { labels, longestId, hasOddIds } = this.#table;
    const key = `${[...labels].join("\n")}\n${longestId} ${String(hasOddIds)}`;
    if (this.#finder?.key !== key) this.#finder = { key, finder: tableFinder(this.#table) };
    return this.#finder.finder;
  }

  #learn(): void {
    const claims = this.#table.claims().filter(({ label }) => label !== lookalikeLabel);
    const named = this.#table.pseudonyms.claims();
    this.#known = new MentionIndex([...claims, ...named, ...this.#withoutPlace.values()]);
    this.#isStale = true;
  }
}

/** What is to be replaced in a text, in order, and what is taken of it, with what stays a placeholder. */
interface Plan {
  readonly spans: readonly SourcedEntity[];
  /** Placeholders and pseudonyms that stay. */
  readonly fixed: readonly FoundPlaceholder[];
  readonly taken: readonly Range[];
}

async function addDigests(
  digests: Map<string, Uint8Array>,
  hash: KeyedHash,
  values: readonly (readonly [label: string, value: string])[],
): Promise<void> {
  await Promise.all(
    values.map(async ([label, value]) => {
      digests.set(valueKey(label, value), await hash.digest(label, value));
    }),
  );
}

type Inventor = typeof pseudonyms;

/** The names are a file of their own. */
async function loadInventor(signal: AbortSignal | undefined): Promise<Inventor> {
  return untilAborted(import("../pseudonyms/index.js"), signal);
}

/** None that a value has. */
function seedLabel(kind: string): string {
  return `pseudonym ${kind}\n`;
}

/** A text as it comes back: values that were replaced with a way back, and what its own placeholders stand for. */
function restoredWith(
  text: string,
  replacements: readonly Replacement[],
  fixed: readonly FoundPlaceholder[],
): string {
  const isBack = (policy: MaskPolicy): boolean => policy === "replace" || policy === "pseudonym";
  const parts = [
    ...replacements.map(({ start, end, policy, value, replacement }) => ({
      start,
      end,
      text: isBack(policy) ? value : replacement,
    })),
    ...fixed.map(({ start, end, value }) => ({ start, end, text: value })),
  ].sort((a, b) => a.start - b.start);
  let out = "";
  let at = 0;
  for (const each of parts) {
    out += text.slice(at, each.start) + each.text;
    at = each.end;
  }
  return out + text.slice(at);
}

function keyOf({ entity_group, word }: SourcedEntity): string {
  return valueKey(entity_group, word);
}

function checkText(text: unknown): void {
  if (typeof text !== "string") throw argumentError("text", "a string", text);
}
