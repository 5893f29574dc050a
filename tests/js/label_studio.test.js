// SPDX-License-Identifier: Apache-2.0

import { expect, test } from "@jest/globals";

import { labelStudioWriter } from "../../dist/node/formats/label_studio.js";
import { emma, failed, written } from "./tagged_texts.js";

test("a task is data with its id and members, and a prediction with the least score", () => {
  const tasks = JSON.parse(written(labelStudioWriter(), [emma, failed]));
  expect(tasks).toEqual([
    {
      data: { id: "a", text: "Emma", by: 1, label: [] },
      predictions: [
        {
          model_version: "xlmr-ner",
          score: 0.25,
          result: [
            {
              id: "e1",
              from_name: "label",
              to_name: "text",
              type: "labels",
              score: 0.25,
              value: { start: 0, end: 4, text: "Emma", labels: ["PER"] },
            },
          ],
        },
      ],
    },
    { data: { id: 2, text: "x", error: { code: "c", message: "m" } }, predictions: [] },
  ]);
});

test("a text of the longest kind, with 200,000 entities, is a task", () => {
  const entities = Array.from({ length: 200_000 }, (_, i) => {
    return {
      entity_group: "PER",
      score: i === 7 ? 0.5 : 1,
      word: "Al",
      start: 3 * i,
      end: 3 * i + 2,
    };
  });
  const record = { id: "1", text: "Al ".repeat(entities.length), members: [] };
  const [{ predictions }] = JSON.parse(written(labelStudioWriter(), [{ record, entities }]));
  expect(predictions[0].score).toBe(0.5);
  expect(predictions[0].result).toHaveLength(entities.length);
});
