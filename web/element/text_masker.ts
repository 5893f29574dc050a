// SPDX-License-Identifier: Apache-2.0

import { typeOf } from "../../wasm/js/base/palette.js";
import type { Entity } from "../../wasm/js/base/types.js";
import { createMasker } from "../../wasm/js/masking/index.js";
import type {
  MaskSession,
  MaskSessionJson,
  Replacement,
  Unmasked,
} from "../../wasm/js/masking/index.js";
import { labelOf } from "./spans.js";

/** A text with what was found in it. */
export interface MaskSubject {
  readonly text: string;
  readonly entities: readonly Entity[];
}

/** A value of the text, masked or kept readable. */
export interface MaskedValue {
  /** What stands for it; undefined where the reader keeps it readable. */
  readonly placeholder: string | undefined;
  readonly value: string;
  readonly label: string;
  /** False for what the text has of a placeholder's form: that is masked so that it comes back as it was. */
  readonly canKeep: boolean;
}

export interface MaskedText {
  readonly text: string;
  readonly replacements: readonly Replacement[];
  /** Each once, in the order of the text. */
  readonly values: readonly MaskedValue[];
}

const nothing: MaskedText = { text: "", replacements: [], values: [] };

/**
 * Masks one text after the other, as the reader wants it. A table is a draft until its text is copied: what
 * is typed and computed and typed over leaves nothing in it. Placeholders of a text that was copied stay
 * their values' for good, so that an answer to it gets the right ones.
 *
 *     await masker.take({ text: "Emma met Ada.", entities }, signal);   // "[PER_1] met [PER_2]."
 *     await masker.keep("Emma", "PER", signal);                          // "Emma met [PER_1]."
 */
export class TextMasker {
  #subject: MaskSubject = { text: "", entities: [] };
  /** Values of this text that stay readable, with their labels. Another text may mean somebody else. */
  readonly #kept = new Map<string, string>();
  /** What was missed. It stays masked in later texts, as it is no less private there. */
  readonly #hidden = new Set<string>();
  #copied: MaskSessionJson | undefined;
  #session: MaskSession = createMasker(null);

  /** Masks a text. All that was found is masked, however little it scores. */
  take(subject: MaskSubject, signal: AbortSignal): Promise<MaskedText> {
    if (subject.text !== this.#subject.text) this.#kept.clear();
    this.#subject = subject;
    return this.#mask(signal);
  }

  /** Leaves a value readable in this text. */
  keep(value: string, label: string, signal: AbortSignal): Promise<MaskedText> {
    this.#kept.set(value, label);
    return this.#mask(signal);
  }

  /** Masks a value that was kept. */
  unkeep(value: string, signal: AbortSignal): Promise<MaskedText> {
    this.#kept.delete(value);
    return this.#mask(signal);
  }

  /**
   * Masks what was missed, wherever it stands as words of its own. Gives undefined where it does so nowhere;
   * then all stays as it was. Rejects with an InvalidArgumentError where it has neither letter nor digit.
   */
  async hide(value: string, signal: AbortSignal): Promise<MaskedText | undefined> {
    const session = this.#session;
    const isNew = !this.#hidden.has(value);
    const label = this.#kept.get(value);
    this.#kept.delete(value);
    this.#hidden.add(value);
    let isThere = false;
    try {
      const masked = await this.#mask(signal);
      isThere = masked.replacements.some((each) => each.value === value);
      if (isThere) return masked;
      this.#session = session;
      return undefined;
    } finally {
      if (!isThere && isNew) this.#hidden.delete(value);
      if (!isThere && label !== undefined) this.#kept.set(value, label);
    }
  }

  /** The text has been copied: what its placeholders stand for is known from now on. */
  accept(): void {
    this.#copied = this.#session.toJSON();
  }

  /** Puts values into an answer: those of this text, and of all that were copied. */
  unmask(text: string): Unmasked {
    return this.#session.unmask(text);
  }

  /** The table, as `session()` of a masker and `xlmr-ner unmask --table` take it. */
  toJSON(): MaskSessionJson {
    return this.#session.toJSON();
  }

  async #mask(signal: AbortSignal): Promise<MaskedText> {
    const { text, entities } = this.#subject;
    if (text === "") return nothing;
    const records = entities.map((entity) => ({
      entity_group: typeOf(labelOf(entity)),
      score: Math.max(0, entity.score), // a page's own model may score as it likes
      word: text.slice(entity.start, entity.end),
      start: entity.start,
      end: entity.end,
    }));
    const allow = [...this.#kept.keys()];
    const masker = createMasker(() => Promise.resolve(records), {
      allow,
      block: [...this.#hidden],
    });
    const session = masker.session(this.#copied);
    const { text: masked, replacements, entities: found } = await session.mask(text, { signal });
    this.#session = session;
    const own = new Set(
      found.filter((each) => each.source !== "placeholder").map((each) => each.start),
    );
    return { text: masked, replacements, values: this.#valuesOf(text, replacements, own) };
  }

  #valuesOf(
    text: string,
    replacements: readonly Replacement[],
    own: ReadonlySet<number>,
  ): MaskedValue[] {
    const values = new Map<string, MaskedValue & { readonly start: number }>();
    for (const { replacement: placeholder, value, label, start } of replacements) {
      if (values.has(placeholder)) continue;
      values.set(placeholder, { placeholder, value, label, canKeep: own.has(start), start });
    }
    const kept = [...this.#kept].map(([value, label]) => ({
      placeholder: undefined,
      value,
      label,
      canKeep: true,
      start: text.indexOf(value),
    }));
    return [...values.values(), ...kept].sort((a, b) => a.start - b.start);
  }
}
