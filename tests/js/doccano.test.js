// SPDX-License-Identifier: Apache-2.0

import { expect, test } from "@jest/globals";

import { doccanoWriter } from "../../dist/node/formats/doccano.js";
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

test("doccano has other members as metadata, and what failed without labels", () => {
  expect(written(doccanoWriter(), [{ record, entities }, failed])).toBe(
    '{"id":"a","text":"Emma","label":[[0,4,"PER"]],"by":1.0}\n' +
      '{"id":2,"text":"x","label":[],"error":{"code":"c","message":"m"}}\n',
  );
});
