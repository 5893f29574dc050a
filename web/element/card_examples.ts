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
    if (card === undefined && typeof model === "object" && !(model instanceof URL)) {
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

/** The files of a model. */
type ModelOfFiles = Exclude<ModelInput, string | URL>;

function ownCard(model: ModelOfFiles): Blob | undefined {
  if (isList(model)) return model.find(({ name }) => name === file);
  return model[file];
}

function isList(model: ModelOfFiles): model is readonly File[] {
  return Array.isArray(model);
}

function urlOf(model: WidgetModel): string | undefined {
  if (typeof model !== "string" && !(model instanceof URL)) return undefined;
  const name = String(model);
  if (/^https?:/.test(name)) {
    const url = new URL(name);
    url.pathname = `${url.pathname.replace(/\/+$/, "")}/${file}`;
    return url.href;
  }
  if (/^[\w.-]+\/[\w.-]+$/.test(name)) return `https://huggingface.co/${name}/raw/main/${file}`;
  return undefined;
}
