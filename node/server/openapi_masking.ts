// SPDX-License-Identifier: Apache-2.0

import { maskPaths } from "./mask_routes.js";

const inputs = {
  oneOf: [{ type: "string" }, { type: "array", items: { type: "string" }, minItems: 1 }],
};

const session = {
  type: "object",
  description: "Which placeholder stands for which value, as the answer before had it",
  required: ["version", "claims", "reserved"],
  properties: {
    version: { const: 1 },
    claims: {
      type: "array",
      items: {
        type: "object",
        required: ["label", "id", "value"],
        properties: {
          label: { type: "string" },
          id: { type: "string" },
          value: { type: "string" },
        },
      },
    },
    reserved: { type: "array", items: { type: "string" } },
  },
};

const byLabel = (schema: object): object => ({ type: "object", additionalProperties: schema });
const strings = { type: "array", items: { type: "string" } };
const score = { type: "number", minimum: 0, maximum: 1 };

const parameters = {
  type: "object",
  additionalProperties: false,
  properties: {
    policy: Object.assign(byLabel({ type: "string" }), {
      description: "What becomes of values, by label; * is for all others",
    }),
    min_score: { oneOf: [score, byLabel(score)], default: 0 },
    rules: {
      type: "boolean",
      default: true,
      description: "Whether rules find addresses, numbers, keys and persons besides the model",
    },
    allow: Object.assign({ description: "Values that are never masked" }, strings),
    block: {
      oneOf: [strings, byLabel({ type: "string" })],
      description: "Values that are always masked: a list, or labels by value",
    },
    mentions: { type: "boolean", default: true },
    key: { type: "string", description: "The secret of keyed ids and hashes" },
  },
};

const offset = { type: "integer", description: "In code points" };
const places = { start: offset, end: offset, masked_start: offset, masked_end: offset };
const text = { type: "string" };

const masked = {
  type: "object",
  required: ["text", "replacements"],
  properties: {
    text: { type: "string", description: "The text with its values replaced" },
    replacements: {
      type: "array",
      items: {
        type: "object",
        properties: Object.assign(
          { label: text, policy: text, value: text, replacement: text },
          places,
        ),
      },
    },
  },
};

const unmasked = {
  type: "object",
  required: ["text", "replacements", "unknown"],
  properties: {
    text: { type: "string", description: "The text with its values" },
    replacements: {
      type: "array",
      items: {
        type: "object",
        properties: Object.assign({ placeholder: text, value: text }, places),
      },
    },
    unknown: Object.assign({ description: "Placeholders that the table does not have" }, strings),
  },
};

/** Schemas of the addresses that mask, by their names among the document's components. */
export const maskSchemas = {
  Session: session,
  MaskRequest: {
    type: "object",
    required: ["inputs"],
    additionalProperties: false,
    properties: {
      inputs,
      session: { $ref: "#/components/schemas/Session" },
      parameters,
      model: { type: "string", description: "A model's id; without it the server's first" },
      options: { type: "object", properties: { wait_for_model: { type: "boolean" } } },
    },
  },
  UnmaskRequest: {
    type: "object",
    required: ["inputs", "session"],
    additionalProperties: false,
    properties: { inputs, session: { $ref: "#/components/schemas/Session" } },
  },
  Masked: masked,
  Unmasked: unmasked,
};

const json = (schema: object): object => ({ content: { "application/json": { schema } } });
const reference = (name: keyof typeof maskSchemas): object => ({
  $ref: `#/components/schemas/${name}`,
});

/** A post with a body of one schema, which gives `outputs` of another, and more. */
function posting(
  summary: string,
  [body, output]: readonly [keyof typeof maskSchemas, keyof typeof maskSchemas],
  more: object,
  errors: object,
): object {
  const outputs = {
    description: "One for a text, a list for a list",
    oneOf: [reference(output), { type: "array", items: reference(output) }],
  };
  const schema = {
    type: "object",
    required: ["outputs", ...Object.keys(more)],
    properties: Object.assign({ outputs }, more),
  };
  return {
    post: {
      summary,
      requestBody: Object.assign({ required: true }, json(reference(body))),
      responses: Object.assign(
        { 200: Object.assign({ description: summary }, json(schema)) },
        errors,
      ),
    },
  };
}

/** The paths, with what may go wrong on all paths of the server. */
export function maskingPaths(errors: object): Record<string, object> {
  return {
    [maskPaths.mask]: posting(
      "Mask a text, or each text of a list, with one table",
      ["MaskRequest", "Masked"],
      { session: reference("Session") },
      errors,
    ),
    [maskPaths.unmask]: posting(
      "Put values back into a text, or into each text of a list",
      ["UnmaskRequest", "Unmasked"],
      {},
      errors,
    ),
  };
}
