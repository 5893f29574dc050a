// SPDX-License-Identifier: Apache-2.0

import { expect, test } from "@jest/globals";

import { labelStudioWriter } from "../../dist/node/formats/label_studio.js";
import { written } from "./tagged_texts.js";

const record = {
  id: '"a"',
  text: "Emma",
  members: [
    ["by", "1.0"],
    ["label", "[]"],
    ["error", "0"],
  ],
};
const entities = [{ entity_group: "PER", score: 0.25, word: "Emma", start: 0, end: 4 }];
const failed = { record: { id: "2", text: "x", error: { code: "c", message: "m" } } };

test("a task is data with its id and members, and a prediction with the least score", () => {
  const tasks = JSON.parse(written(labelStudioWriter(), [{ record, entities }, failed]));
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
