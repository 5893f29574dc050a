// SPDX-License-Identifier: Apache-2.0

import { argumentError } from "../base/checks.js";
import type { AbortSignal } from "../base/host_types.js";
import { untilAborted } from "../base/on_abort.js";
import type { SourcedEntity } from "../recognizers/types.js";
import type { PseudonymGiver, SessionWords } from "../pseudonyms/giver.js";
import type * as pseudonyms from "../pseudonyms/index.js";
import type { NameKind } from "../pseudonyms/invent.js";
import { checkSignalOf, checkText, checkTextsOptions } from "./check_call.js";
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
import { cutSpans, resolveSpans, sources } from "./resolve_spans.js";
import type { MaskerSettings } from "./settings.js";
import { PlaceholderTable, valueKey } from "./table.js";
import type { MaskSessionJson } from "./table.js";
import { tableFinder } from "./table_finder.js";
import { kindOf } from "./pseudonym_table.js";
import type {
  DocumentText,
  FindEntities,
  MaskJsonOptions,
  MaskPolicy,
  MaskSession,
  MaskTextsOptions,
  Masked,
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
  #known: MentionIndex;
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
    this.#known = this.#mentionsKnown();
  }

  async mask(text: string, options?: { signal?: AbortSignal | undefined }): Promise<Masked> {
    checkText(text);
    return (await this.maskTexts([{ text }], options))[0] as Masked;
  }

  async maskTexts(texts: readonly DocumentText[], options?: MaskTextsOptions): Promise<Masked[]> {
    for (const { text } of texts) checkText(text);
    const { seen, signal } = checkTextsOptions(options);
    const inventor = this.#settings.pseudonyms ? await loadInventor(signal) : undefined;
    const all: Read[] = [];
    for (const source of texts) {
      all.push({ source, entities: await this.#entitiesOf(source.text, signal) });
    }
    const digests = new Map<string, Uint8Array>();
    for (;;) {
      const plans = this.#planAll(all);
      const missing = plans
        .flatMap(({ wholes, spans }) => [...wholes, ...spans])
        .flatMap((span) => this.#hashedFor(span, inventor))
        .filter(([label, value]) => !digests.has(valueKey(label, value)));
      if (this.#hash === undefined || missing.length === 0) {
        const giver = inventor && this.#giverFor(digests, inventor);
        for (const text of seen) reserveLookalikes(text, [], this.#table);
        for (const plan of plans) this.#reserve(plan);
        return plans.map((plan) => this.#carryOut(plan, digests, giver, inventor));
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
    checkText(text);
    const entities = await this.#entitiesOf(text, checkSignalOf(options));
    return this.#plan({ source: { text }, entities }).found;
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
    const wanted = strings.filter(({ path }) => only(path));
    const masked = await this.maskTexts(wanted, { signal });
    for (const [at, string] of wanted.entries()) string.set(masked[at]?.text ?? string.text);
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
    if (this.#ner === null || !/[\p{L}\p{N}]/u.test(text)) return [];
    const found = this.#ner(text, { aggregation_strategy: "simple", signal });
    return checkRecords(text, "ner", await untilAborted(found, signal), sources.model);
  }

  /** What to do with texts, by the table as it is now, and by what is found in all of them. */
  #planAll(all: readonly Read[]): Plan[] {
    const seen = new Set<string>();
    for (;;) {
      const plans = all.map((each) => this.#plan(each));
      const found = plans.flatMap(({ values }) => values).filter((each) => !seen.has(keyOf(each)));
      // Of a text by itself all mentions are found at once.
      if (found.length === 0 || all.length < 2) return plans;
      for (const each of found) {
        seen.add(keyOf(each));
        this.#known.addFound([{ label: each.entity_group, value: each.word }]);
      }
    }
  }

  #plan({ source, entities }: Read): Plan {
    const { text, cuts = [] } = source;
    const finder = this.#finderNow();
    const fixed = placeholdersIn(text, finder).filter(({ isExact }) => isExact);
    const found = findPrivate(text, { entities, known: this.#known, fixed }, this.#settings);
    const values = found.filter((each) => this.#policyFor(each) !== "keep");
    const lookalikes = lookalikesIn(text, [...values, ...fixed], finder);
    // What is kept may have a lookalike in it.
    const kept = found.filter((each) => this.#policyFor(each) === "keep");
    const all = [...values, ...resolveSpans(text, [...kept, ...lookalikes])].sort(
      (a, b) => a.start - b.start,
    );
    const spans = cutSpans(text, all, cuts);
    const ends = new Map(spans.map(({ start, end }) => [start, end]));
    const wholes = values.filter(({ start, end }) => ends.get(start) !== end);
    return {
      source,
      found,
      spans,
      values,
      wholes,
      fixed,
      taken: [...values, ...fixed, ...lookalikes],
    };
  }

  #carryOut(
    plan: Plan,
    digests: ReadonlyMap<string, Uint8Array>,
    giver: PseudonymGiver | undefined,
    inventor: Inventor | undefined,
  ): Masked {
    for (const { entity_group: label, word: value } of plan.values)
      this.#known.addFound([{ label, value }]);
    const before = giver?.added.length ?? 0;
    const masked = this.#replaceAll(plan, digests, giver);
    if (giver === undefined || inventor === undefined) return masked;
    const { source, fixed } = plan;
    const finder = this.#finderNow();
    const found = placeholdersIn(masked.text, finder);
    const restored = restore(masked.text, finder).text;
    const { replacements } = masked;
    if (inventor.comesBack({ text: source.text, replacements, fixed, found, restored }))
      return masked;
    // A name that stands beside other letters may be read in another way.
    this.#table.pseudonyms.withdraw(giver.added.splice(before));
    return this.#replaceAll(plan, digests, undefined);
  }

  /** Sees to it that nothing is given that a text has besides what is masked and what stays. */
  #reserve({ source: { text }, taken, fixed }: Plan): void {
    reserveLookalikes(text, taken, this.#table);
    const texts = this.#words?.texts;
    for (const { start, end } of texts ? gapsOf(text, fixed) : []) {
      texts?.add(text.slice(start, end));
    }
  }

  #replaceAll(
    { source, spans, wholes }: Plan,
    digests: ReadonlyMap<string, Uint8Array>,
    giver: PseudonymGiver | undefined,
  ): Masked {
    const replace = (span: SourcedEntity): SpanReplacement => {
      const { entity_group: label, word: value } = span;
      const written = source.written?.(span.start, span.end);
      const wanted = this.#policyFor(span);
      const isName = wanted === "pseudonym" && written === undefined;
      const kind = isName ? kindOf(label) : undefined;
      const name = kind && giver?.give(kind, label, value);
      const policy = wanted === "pseudonym" && name === undefined ? "replace" : wanted;
      const replacement = name ?? this.#replace(span, policy, digests.get(keyOf(span)), written);
      this.#words?.values.add(value);
      return { span, policy, replacement };
    };
    for (const span of wholes) replace(span);
    return replaceSpans(source.text, spans.map(replace));
  }

  #giverFor(digests: ReadonlyMap<string, Uint8Array>, inventor: Inventor): PseudonymGiver {
    const random = (kind: NameKind, part: string): Uint8Array =>
      digests.get(valueKey(seedLabel(kind), part)) ?? crypto.getRandomValues(new Uint8Array(16));
    if (this.#isStale || this.#words === undefined) {
      const { pseudonyms: names } = this.#table;
      const named = names.claims();
      const all = [...this.#table.claims(), ...named, ...this.#withoutPlace.values()];
      this.#words = new inventor.SessionWords(
        all.map(({ value }) => value),
        [...names.reserved, ...named.map(({ pseudonym }) => pseudonym)],
        this.#words?.texts,
      );
      this.#isStale = false;
    }
    return new inventor.PseudonymGiver(this.#table.pseudonyms, this.#words, random);
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
    written: string | undefined,
  ): string {
    const { entity_group: label, word: value } = span;
    if (policy === "keep") return value;
    if (policy !== "replace") this.#withoutPlace.set(keyOf(span), { label, value });
    if (policy === "redact") return this.#labelAlone(label);
    if (policy === "hash")
      return `[${labelInPlaceholder(label)}#${hexFrom(digest ?? new Uint8Array())}]`;
    const keyedId = digest && ((length: number) => idFrom(digest, length));
    const claim = this.#table.add(label, value, keyedId, written);
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

  #mentionsKnown(): MentionIndex {
    const claims = this.#table.claims().filter(({ label }) => label !== lookalikeLabel);
    const named = this.#table.pseudonyms.claims();
    const known = new MentionIndex([], this.#settings.names?.mentionFinder());
    known.addFound([...claims, ...named, ...this.#withoutPlace.values()]);
    this.#isStale = true;
    return known;
  }
}

/** A text, and what the model found in it. */
interface Read {
  readonly source: DocumentText;
  readonly entities: readonly SourcedEntity[];
}

/** What is to be done with a text. */
interface Plan {
  readonly source: DocumentText;
  /** What is private, also what is kept. */
  readonly found: SourcedEntity[];
  /** What is replaced, in order. */
  readonly spans: readonly SourcedEntity[];
  /** What is to be hidden: a span is one of these, a part of one, or what looks like a placeholder. */
  readonly values: readonly SourcedEntity[];
  /** Those of them that are replaced in parts, as forms of their name. */
  readonly wholes: readonly SourcedEntity[];
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

function keyOf({ entity_group, word }: SourcedEntity): string {
  return valueKey(entity_group, word);
}
