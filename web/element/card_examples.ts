// SPDX-License-Identifier: Apache-2.0

import type { ModelInput } from "../../wasm/js/base/types.js";
import { cardExamples } from "./card.js";
import type { Example } from "./examples.js";
import type { WidgetModel } from "./types.js";

const file = "README.md";

const nothingYet = {};

/**
 * The examples of a model's card, or none where it has no card that can be read: the examples are a
 * help, and a model without them works as well. A card is fetched once.
 */
export class CardExamples {
  list: readonly Example[] = [];
  #source: unknown = nothingYet;

  async read(model: WidgetModel, card: string | undefined, changed: () => void): Promise<void> {
    const source = card ?? model;
    if (this.#source === source) return;
    this.#source = source;
    const list = await fetchExamples(model, card, AbortSignal.timeout(10_000));
    if (this.#source !== source) return;
    this.list = list;
    changed();
  }
}

async function fetchExamples(
  model: WidgetModel,
  card: string | undefined,
  signal: AbortSignal,
): Promise<Example[]> {
  try {
    if (card === undefined && typeof model === "object") {
      const own = ownCard(model);
      return own === undefined ? [] : cardExamples(await own.text());
    }
    const url = card ?? urlOf(model);
    if (url === undefined) return [];
    const response = await fetch(url, { signal, credentials: "omit" });
    return response.ok ? cardExamples(await response.text()) : [];
  } catch {
    return [];
  }
}

function ownCard(model: Exclude<ModelInput, string>): Blob | undefined {
  if (isList(model)) return model.find(({ name }) => name === file);
  return model[file];
}

function isList(model: Exclude<ModelInput, string>): model is readonly File[] {
  return Array.isArray(model);
}

function urlOf(model: WidgetModel): string | undefined {
  if (typeof model !== "string") return undefined;
  if (/^https?:/.test(model)) return `${model.replace(/\/+$/, "")}/${file}`;
  if (/^[\w.-]+\/[\w.-]+$/.test(model)) return `https://huggingface.co/${model}/raw/main/${file}`;
  return undefined;
}
