// SPDX-License-Identifier: Apache-2.0

import type { AggregationStrategy } from "../../wasm/js/base/types.js";
import {
  bad,
  cut,
  isGiven,
  kindOf,
  readBody,
  readInputs,
  readMembers,
  readWaits,
} from "./json_body.js";
import type { Headers, Members } from "./json_body.js";

/** What the Inference API's `parameters` may say of a text's entities. */
export interface TagParameters {
  aggregation_strategy: AggregationStrategy;
  ignore_labels?: readonly string[];
  stride?: number;
}

/** A request for entities, checked. */
export interface TagRequest {
  texts: readonly string[];
  /** `inputs` was a string, so the answer is one list of records and not a list of lists. */
  isOne: boolean;
  parameters: TagParameters;
  /** Whether it waits for a model that is not loaded yet. */
  waits: boolean;
}

const strategies: readonly AggregationStrategy[] = ["none", "simple", "first", "average", "max"];
const known = ["aggregation_strategy", "ignore_labels", "stride"];

/**
 * Reads a body as the Inference API does: `{"inputs", "parameters", "options"}`, where `inputs` is a text or a list, or
 * `inputs` alone. Without `aggregation_strategy` it is `simple`. A body that says it is `text/plain` is one text.
 *
 *     readRequest(Buffer.from('{"inputs": "Emma"}'), {}).texts // ["Emma"]
 *
 * Throws an ApiError: 400 with what was expected, 415 for what is neither JSON nor text.
 */
export function readRequest(body: unknown, headers: Headers): TagRequest {
  const members = readBody(body, headers);
  const { texts, isOne } = readInputs(members);
  return {
    texts,
    isOne,
    parameters: readParameters(members["parameters"]),
    waits: readWaits(members["options"], headers["x-wait-for-model"]),
  };
}

function readParameters(given: unknown): TagParameters {
  const parameters = readMembers("parameters", given);
  const other = Object.keys(parameters).find((name) => !known.includes(name));
  if (other !== undefined) {
    throw bad(`parameters: expected ${known.join(", ")}, found ${JSON.stringify(cut(other))}`);
  }
  const read: TagParameters = { aggregation_strategy: readStrategy(parameters) };
  const { ignore_labels: labels, stride } = parameters;
  if (isGiven(labels)) {
    if (!Array.isArray(labels) || !labels.every((each) => typeof each === "string")) {
      throw bad(`ignore_labels: expected a list of strings, found ${kindOf(labels)}`);
    }
    read.ignore_labels = labels;
  }
  if (isGiven(stride)) {
    if (!Number.isInteger(stride) || (stride as number) < 0) {
      throw bad("stride: expected a whole number of tokens, found something else");
    }
    read.stride = stride as number;
  }
  return read;
}

/** In any case, as Python takes it. */
function readStrategy({ aggregation_strategy: given }: Members): AggregationStrategy {
  if (!isGiven(given)) return "simple";
  const name = typeof given === "string" ? given.toLowerCase() : "";
  const strategy = strategies.find((each) => each === name);
  if (strategy !== undefined) return strategy;
  throw bad(
    `aggregation_strategy: expected ${strategies.join(" or ")}, found ${
      typeof given === "string" ? JSON.stringify(cut(given)) : kindOf(given)
    }`,
  );
}
