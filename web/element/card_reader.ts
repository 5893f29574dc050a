// SPDX-License-Identifier: Apache-2.0

import type { ModelInput } from "../../wasm/js/base/types.js";
import { cardExamples, cardLanguages } from "./card.js";
import type { Example } from "./examples.js";
import { isLanguage } from "./languages.js";
import type { WidgetModel } from "./types.js";

/**
 * Model cards, and the examples of models whose card has none. The bundle has this in a file of its
 * own, which is loaded with the first card or when the examples menu is opened.
 */

export { defaultExamples } from "./examples.js";

/** What a card says. */
export interface CardContent {
  readonly examples: readonly Example[];
  /** BCP 47; undefined where the card says nothing, or something else, as `multilingual`. */
  readonly languages: readonly string[] | undefined;
}

/** Nothing where a model has no card that can be read. */
export async function readCard(model: WidgetModel, card: string | undefined): Promise<CardContent> {
  const text = await fetchCard(model, card, AbortSignal.timeout(10_000));
  const languages = cardLanguages(text);
  const isKnown = languages.length > 0 && languages.every(isLanguage);
  return { examples: cardExamples(text), languages: isKnown ? languages : undefined };
}

const file = "README.md";

async function fetchCard(
  model: WidgetModel,
  card: string | undefined,
  signal: AbortSignal,
): Promise<string> {
  try {
    if (card === undefined && typeof model === "object" && !(model instanceof URL)) {
      return (await ownCard(model)?.text()) ?? "";
    }
    const url = card ?? urlOf(model);
    if (url === undefined) return "";
    const response = await fetch(url, { signal, credentials: "omit" });
    return response.ok ? await response.text() : "";
  } catch {
    return "";
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
