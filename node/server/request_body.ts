// SPDX-License-Identifier: Apache-2.0

import type { AggregationStrategy } from "../../wasm/js/base/types.js";
import { ApiError } from "./api_error.js";

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

/** A header's values, by names in lower case, as Node has them. */
type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** Texts of one request: each has a result that is held until all are there. */
const mostTexts = 10_000;

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
  const text = decode(body, headers);
  const isJson = checkType(headers) === "json";
  const value = isJson ? parse(text) : text;
  const members: Record<string, unknown> = isObject(value) ? value : { inputs: value };
  const { texts, isOne } = readInputs(members);
  return {
    texts,
    isOne,
    parameters: readParameters(members["parameters"]),
    waits: readWaits(members["options"], headers["x-wait-for-model"]),
  };
}

function decode(body: unknown, headers: Headers): string {
  const encoding = String(headers["content-encoding"] ?? "identity").toLowerCase();
  if (encoding !== "identity") {
    throw new ApiError(415, "Content-Encoding: expected none, found a compressed body");
  }
  if (!(body instanceof Uint8Array) || body.length === 0) {
    throw bad('body: expected {"inputs": "…"}, found none');
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(body);
  } catch {
    throw bad("body: expected UTF-8, found other bytes");
  }
}

/** Forms of HTML are what curl calls JSON unless it is told otherwise. */
function checkType(headers: Headers): "json" | "text" {
  const [type = ""] = String(headers["content-type"] ?? "").split(";");
  const name = type.trim().toLowerCase();
  if (name === "text/plain") return "text";
  if (["", "application/json", "application/x-www-form-urlencoded"].includes(name)) return "json";
  if (/^application\/[\w.-]+\+json$/.test(name)) return "json";
  throw new ApiError(415, "Content-Type: expected application/json, found another");
}

/** The message of a parser shows parts of the text. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw bad("body: expected JSON, found something else");
  }
}

function readInputs(members: Record<string, unknown>): { texts: string[]; isOne: boolean } {
  const { inputs } = members;
  if (typeof inputs === "string") return { texts: [inputs], isOne: true };
  if (!Array.isArray(inputs)) {
    const found = "inputs" in members ? kindOf(inputs) : "none";
    throw bad(`inputs: expected a string or a list of strings, found ${found}`);
  }
  if (inputs.length === 0) throw bad("At least one input is required."); // as Python says it
  if (inputs.length > mostTexts) {
    throw bad(`inputs: expected at most ${mostTexts} texts, found ${inputs.length}`);
  }
  const texts = inputs.map((text: unknown, i) => {
    if (typeof text === "string") return text;
    throw bad(`inputs[${i}]: expected a string, found ${kindOf(text)}`);
  });
  return { texts, isOne: false };
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
function readStrategy({
  aggregation_strategy: given,
}: Record<string, unknown>): AggregationStrategy {
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

function readWaits(options: unknown, header: string | string[] | undefined): boolean {
  const { wait_for_model: waits } = readMembers("options", options);
  if (isGiven(waits)) {
    if (typeof waits === "boolean") return waits;
    throw bad(`wait_for_model: expected true or false, found ${kindOf(waits)}`);
  }
  return !/^(?:0|false)$/i.test(String(header ?? ""));
}

function readMembers(name: string, value: unknown): Record<string, unknown> {
  if (!isGiven(value)) return {};
  if (isObject(value)) return value;
  throw bad(`${name}: expected an object, found ${kindOf(value)}`);
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "a list" : `a value of type ${typeof value}`;
}

function cut(name: string): string {
  return name.length > 40 ? `${name.slice(0, 40)}…` : name;
}

function bad(message: string): ApiError {
  return new ApiError(400, message);
}
