// SPDX-License-Identifier: Apache-2.0

import type { ModelInput } from "../../wasm/js/types.js";
import { cardExamples } from "./card.js";
import type { Example } from "./examples.js";
import type { WidgetModel } from "./types.js";

const file = "README.md";

/**
 * The examples of a model's card, or none where it has no card that can be read: the examples are a
 * help, and a model without them works as well.
 */
export async function fetchExamples(
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
