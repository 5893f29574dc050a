// SPDX-License-Identifier: Apache-2.0

import { maskSchemas, maskingPaths } from "./openapi_masking.js";

const record = {
  type: "object",
  required: ["score", "word", "start", "end"],
  properties: {
    entity_group: { type: "string", description: "The entity's type; for every strategy but none" },
    entity: { type: "string", description: "The piece's label; for none" },
    index: { type: "integer", description: "The piece's place among the text's; for none" },
    score: { type: "number", minimum: 0, maximum: 1 },
    word: { type: "string" },
    start: { type: "integer", description: "Where it begins, in code points" },
    end: { type: "integer", description: "Where it ends, in code points" },
  },
};

const records = { type: "array", items: { $ref: "#/components/schemas/Record" } };

const request = {
  type: "object",
  required: ["inputs"],
  properties: {
    inputs: {
      oneOf: [{ type: "string" }, { type: "array", items: { type: "string" }, minItems: 1 }],
    },
    parameters: {
      type: "object",
      properties: {
        aggregation_strategy: {
          enum: ["none", "simple", "first", "average", "max"],
          default: "simple",
        },
        ignore_labels: { type: "array", items: { type: "string" }, default: ["O"] },
        stride: { type: "integer", minimum: 0 },
      },
    },
    options: {
      type: "object",
      properties: {
        wait_for_model: {
          type: "boolean",
          default: true,
          description: "Where false, a model that is not loaded yet is a 503",
        },
      },
    },
  },
};

const problem = {
  type: "object",
  required: ["error"],
  properties: {
    error: { type: "string" },
    estimated_time: { type: "number", description: "Seconds until the model is there; with 503" },
  },
};

const json = (schema: object): object => ({ content: { "application/json": { schema } } });
const described = (description: string, rest: object = {}): object =>
  Object.assign({ description }, rest);

const errors = Object.fromEntries(
  Object.entries({
    400: "The request is not one, or its text is too long",
    401: "The token is missing or wrong",
    403: "The page's origin or the model is not allowed",
    404: "There is no such model",
    413: "The body is too large",
    415: "The body is neither JSON nor text",
    429: "Too many requests are waiting",
    500: "The model failed",
    502: "The model could not be fetched",
    503: "The model is being loaded, and the request does not wait",
    504: "The time was over",
  }).map(([status, description]) => [
    status,
    described(description, json({ $ref: "#/components/schemas/Error" })),
  ]),
);

const tagging = {
  summary: "Find the entities in a text, or in each text of a list",
  requestBody: Object.assign({ required: true }, json({ $ref: "#/components/schemas/Request" })),
  responses: Object.assign(
    {
      200: described(
        "The records of the text, or a list of such lists",
        json({ oneOf: [records, { type: "array", items: records }] }),
      ),
    },
    errors,
  ),
};

const id = {
  name: "id",
  in: "path",
  required: true,
  description: "A model's id; the slash of owner/name stands as it is",
  schema: { type: "string" },
};

const reading = (summary: string, type = "application/json"): object => ({
  get: { summary, responses: { 200: described(summary, { content: { [type]: {} } }) } },
});

/** What the server answers, as an OpenAPI 3.1 document. */
export function openApi(version: string): object {
  const post = { parameters: [id], post: tagging };
  return {
    openapi: "3.1.0",
    info: { title: "xlmr-ner", version, license: { name: "Apache-2.0", identifier: "Apache-2.0" } },
    security: [{}, { token: [] }],
    paths: Object.assign(
      {
        "/": { post: tagging },
        "/models/{id}": post,
        "/pipeline/token-classification/{id}": post,
      },
      maskingPaths(errors),
      {
        "/health": reading("Whether the server runs"),
        "/info": reading("The models, and what is known of them"),
        "/metrics": reading("Metrics in Prometheus's text format", "text/plain"),
        "/openapi.json": reading("This document"),
      },
    ),
    components: {
      schemas: Object.assign({ Record: record, Request: request, Error: problem }, maskSchemas),
      securitySchemes: { token: { type: "http", scheme: "bearer" } },
    },
  };
}
