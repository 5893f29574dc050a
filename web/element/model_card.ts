// SPDX-License-Identifier: Apache-2.0

import type * as CardModule from "./card_reader.js";
import type { CardContent } from "./card_reader.js";
import type { Example } from "./examples.js";
import type { WidgetModel } from "./types.js";

/** What the embedded model's own card says; the build puts it here. */
declare const EMBEDDED_LANGUAGES: readonly string[];

const nothingYet = {};

/**
 * What is known of a model from its card: its languages, and examples. It is a help, and a model
 * without a card works as well. A card is fetched once.
 */
export class ModelCard {
  readonly #changed: () => void;
  /** What reads cards; loaded with the first. */
  #module: Promise<typeof CardModule> | undefined;
  #loaded: Pick<typeof CardModule, "defaultExamples"> | undefined;
  #source: unknown = nothingYet;
  #content: CardContent = { examples: [], languages: undefined };

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** BCP 47; undefined where nothing says them. */
  get languages(): readonly string[] | undefined {
    return this.#content.languages;
  }

  /**
   * The card's examples, then the package's in the model's languages, that of the page first;
   * undefined until openExamples() is done.
   */
  examples(language: string): readonly Example[] | undefined {
    if (this.#loaded === undefined) return undefined;
    const { examples, languages } = this.#content;
    const own = new Set(examples.map(({ text }) => text));
    const others = this.#loaded.defaultExamples(language, languages);
    return [...examples, ...others.filter(({ text }) => !own.has(text))];
  }

  async openExamples(): Promise<void> {
    // Where nothing can be loaded, there are no examples.
    this.#loaded = await this.#load().catch(() => ({ defaultExamples: () => [] }));
    this.#changed();
  }

  /** `isEmbedded` says that a model without a name is the package's own. */
  async read(
    model: WidgetModel,
    { card, isEmbedded }: { card: string | undefined; isEmbedded: boolean },
  ): Promise<void> {
    const source = card ?? model;
    if (this.#source === source) return;
    this.#source = source;
    const own = model === undefined && isEmbedded ? EMBEDDED_LANGUAGES : undefined;
    this.#content = { examples: [], languages: own };
    if (source === undefined) return;
    try {
      const { examples, languages } = await (await this.#load()).readCard(model, card);
      if (this.#source !== source) return;
      this.#content = { examples, languages: languages ?? own };
      this.#changed();
    } catch {
      // As without a card.
    }
  }

  #load(): Promise<typeof CardModule> {
    this.#module ??= import("./card_reader.js").catch((error: unknown) => {
      this.#module = undefined;
      throw error;
    });
    return this.#module;
  }
}
