// SPDX-License-Identifier: Apache-2.0

import { InvalidArgumentError } from "../base/errors.js";
import type { CoreInput } from "../core/core_handle.js";
import { checkTexts } from "../options/load_options.js";
import type { TagSettings } from "../options/tag_options.js";
import { checkWordLists } from "../options/word_options.js";

/**
 * What a pipeline is called with, as the list of inputs that the engine takes. As in Python, a flat
 * list of words is one sentence and still gives a list of lists.
 *
 *     readInputs('Emma', settings) // { inputs: ['Emma'], isOne: true }
 */
export function readInputs(
  input: unknown,
  settings: TagSettings,
): { inputs: CoreInput[]; isOne: boolean } {
  const isEmptyList = Array.isArray(input) && input.length === 0;
  if (settings.compatHf && (isEmptyList || input === undefined || input === null)) {
    throw new InvalidArgumentError("At least one input is required.");
  }
  const inputs = settings.isWords ? checkWordLists(input) : checkTexts(input);
  if (settings.offsetMapping.length > 0 && (settings.isWords || inputs.length > 1)) {
    const found = settings.isWords ? "words" : `${inputs.length} texts`;
    throw new InvalidArgumentError(`offset_mapping: expected one text, found ${found}`);
  }
  return {
    inputs: settings.isWords && isEmptyList ? [] : inputs,
    isOne: typeof input === "string",
  };
}
