// SPDX-License-Identifier: Apache-2.0

import { createMasker } from "./node_modules/xlmr-ner/dist/web/masking.js";
import { nameRules } from "./node_modules/xlmr-ner/dist/web/names.js";
import { createRecognizers } from "./node_modules/xlmr-ner/dist/web/recognizers.js";

/**
 * The table of one conversation, and what its reader has said of values: in all of its messages one value has
 * one placeholder.
 */
export class Conversation {
  #ner;
  #names = nameRules();
  #recognizers = createRecognizers();
  /** Values that are sent as they are, with their labels. */
  #kept = new Map();
  /** Values that nothing found and the reader wants masked. */
  #hidden = new Set();
  #masker;
  #session;

  constructor(ner) {
    this.#ner = ner;
    this.#masker = this.#newMasker();
    this.#session = this.#masker.session();
  }

  /**
   * Masks a text that is not sent yet, with a copy of the table: what is typed and deleted again leaves nothing
   * in it. `accept` of what it gives is for a text that is sent.
   */
  async draft(text, signal) {
    const session = this.#masker.session(this.#session.toJSON());
    const { text: masked, replacements } = await session.mask(text, { signal });
    return { text: masked, replacements, session };
  }

  accept(draft) {
    this.#session = draft.session;
  }

  /** A stream of an answer's parts, with the values in place of the placeholders. */
  restored(parts) {
    return parts.pipeThrough(this.#session.unmaskStream());
  }

  /** Sends a value as it is from now on. Where it was sent masked before, answers get it back. */
  keep(value, label) {
    this.#kept.set(value, label);
    this.#hidden.delete(value);
    this.#change();
  }

  mask(value) {
    this.#kept.delete(value);
    this.#change();
  }

  /** Masks a value wherever it stands, found or not. Throws where it has neither letter nor digit. */
  hide(value) {
    this.#hidden.add(value);
    this.#kept.delete(value);
    try {
      this.#change();
    } catch (error) {
      this.#hidden.delete(value);
      throw error;
    }
  }

  forget(value) {
    this.#session.forget(value);
  }

  /** What the table has once a draft is sent. */
  rows(draft) {
    const { claims } = (draft?.session ?? this.#session).toJSON();
    const known = new Set(this.#session.toJSON().claims.map(({ value }) => value));
    const rows = claims.map(({ label, id, value }) => ({
      placeholder: `[${label}_${id}]`,
      value,
      label,
      isKept: this.#kept.has(value),
      isSent: known.has(value),
    }));
    const there = new Set(claims.map(({ value }) => value));
    for (const [value, label] of this.#kept) {
      if (!there.has(value))
        rows.push({ placeholder: "", value, label, isKept: true, isSent: false });
    }
    return rows;
  }

  #change() {
    this.#masker = this.#newMasker();
    this.#session = this.#masker.session(this.#session.toJSON());
  }

  #newMasker() {
    return createMasker(this.#ner, {
      names: this.#names,
      recognizers: this.#recognizers,
      allow: [...this.#kept.keys()],
      block: [...this.#hidden],
    });
  }
}
