// SPDX-License-Identifier: Apache-2.0

import { ApiError } from "./api_error.js";

/** A header's values, by names in lower case, as Node has them. */
export type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** Members of a JSON object, not checked yet. */
export type Members = Readonly<Record<string, unknown>>;

/** Texts of one request: each has a result that is held until all are there. */
const mostTexts = 10_000;

/**
 * What the bodies of all requests have in common, each member checked by a function of its own. A JSON string or list
 * alone is `inputs`, and so is a body that says it is `text/plain`.
 *
 *     readInputs(readBody(Buffer.from('{"inputs": "Emma"}'), {})).texts // ["Emma"]
 *
 * Each throws an ApiError: 400 with what was expected, 415 for what is neither JSON nor text.
 */
export function readBody(body: unknown, headers: Headers): Members {
  const text = decode(body, headers);
  const isJson = checkType(headers) === "json";
  const value = isJson ? parse(text) : text;
  return isObject(value) ? value : { inputs: value };
}

export function readInputs(members: Members): { texts: string[]; isOne: boolean } {
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

export function readWaits(options: unknown, header: string | string[] | undefined): boolean {
  const { wait_for_model: waits } = readMembers("options", options);
  if (isGiven(waits)) {
    if (typeof waits === "boolean") return waits;
    throw bad(`wait_for_model: expected true or false, found ${kindOf(waits)}`);
  }
  return !/^(?:0|false)$/i.test(String(header ?? ""));
}

export function readMembers(name: string, value: unknown): Members {
  if (!isGiven(value)) return {};
  if (isObject(value)) return value;
  throw bad(`${name}: expected an object, found ${kindOf(value)}`);
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

export function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

export function isObject(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function kindOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "a list" : `a value of type ${typeof value}`;
}

export function cut(name: string): string {
  return name.length > 40 ? `${name.slice(0, 40)}…` : name;
}

export function bad(message: string): ApiError {
  return new ApiError(400, message);
}
