// SPDX-License-Identifier: Apache-2.0

import {
  bad,
  cut,
  isGiven,
  isObject,
  kindOf,
  readBody,
  readInputs,
  readMembers,
  readWaits,
} from "./json_body.js";
import type { Headers, Members } from "./json_body.js";
import type { MaskParameters } from "./mask_job.js";

/** A request for masked texts. The masker itself checks the session and what the parameters are. */
export interface MaskRequest {
  texts: readonly string[];
  /** `inputs` was a string, so `outputs` is one result and not a list. */
  isOne: boolean;
  /** The table, as an answer before this one had it; undefined for a new one. */
  session: unknown;
  parameters: MaskParameters;
  /** The model's id; undefined is the first of the server. */
  model: string | undefined;
  waits: boolean;
}

/** A request for texts with their values back. */
export type UnmaskRequest = Pick<MaskRequest, "texts" | "isOne" | "session">;

const parameterNames = ["policy", "min_score", "rules", "allow", "block", "mentions", "key"];

/** Values in the lists of one request: the table, `allow` and `block`. */
const mostValues = 10_000;

/** Labels of a table: what finds placeholders in a text takes a time that grows with the square of their number. */
const mostLabels = 64;

/**
 * Reads `{"inputs", "session", "parameters", "model", "options"}`. Another member is refused: one that was misspelt would
 * leave readable what it was to hide. Throws an ApiError as `readBody` does.
 */
export function readMaskRequest(body: unknown, headers: Headers): MaskRequest {
  const members = readBody(body, headers);
  checkNames("body", members, ["inputs", "session", "parameters", "model", "options"]);
  const { texts, isOne } = readInputs(members);
  const { session, model } = members;
  const parameters = readParameters(members["parameters"]);
  if (isGiven(model) && typeof model !== "string") {
    throw bad(`model: expected a string, found ${kindOf(model)}`);
  }
  checkSizes(session, parameters);
  return {
    texts,
    isOne,
    session: session ?? undefined,
    parameters,
    model: typeof model === "string" ? model : undefined,
    waits: readWaits(members["options"], headers["x-wait-for-model"]),
  };
}

/** Reads `{"inputs", "session"}`. Throws an ApiError as `readBody` does. */
export function readUnmaskRequest(body: unknown, headers: Headers): UnmaskRequest {
  const members = readBody(body, headers);
  checkNames("body", members, ["inputs", "session"]);
  const { texts, isOne } = readInputs(members);
  const { session } = members;
  if (!isGiven(session)) throw bad("session: expected the table of a masked text, found none");
  checkSizes(session, {});
  return { texts, isOne, session };
}

/** What is null counts as not given, as in other requests. */
function readParameters(given: unknown): MaskParameters {
  const parameters = readMembers("parameters", given);
  checkNames("parameters", parameters, parameterNames);
  return Object.fromEntries(Object.entries(parameters).filter(([, value]) => isGiven(value)));
}

function checkNames(what: string, members: Members, names: readonly string[]): void {
  const other = Object.keys(members).find((name) => !names.includes(name));
  if (other === undefined) return;
  throw bad(`${what}: expected ${names.join(", ")}, found ${JSON.stringify(cut(other))}`);
}

/** Before a model works for it. */
function checkSizes(session: unknown, { allow, block }: MaskParameters): void {
  const { claims, reserved } = isObject(session) ? session : {};
  const blocked = isObject(block) ? Object.entries(block) : [];
  const lists: [string, unknown][] = [
    ["claims of the session", claims],
    ["reserved of the session", reserved],
    ["allow", allow],
    ["block", isObject(block) ? blocked : block],
  ];
  for (const [name, list] of lists) {
    if (!Array.isArray(list) || list.length <= mostValues) continue;
    throw bad(`${name}: expected at most ${mostValues} values, found ${list.length}`);
  }
  const claimed = (Array.isArray(claims) ? (claims as unknown[]) : []).map((claim) =>
    isObject(claim) ? claim["label"] : undefined,
  );
  const labels = new Set([...claimed, ...blocked.map(([, label]) => label)]);
  if (labels.size > mostLabels) {
    throw bad(`session and block: expected at most ${mostLabels} labels, found ${labels.size}`);
  }
}
