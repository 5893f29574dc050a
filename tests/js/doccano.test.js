// SPDX-License-Identifier: Apache-2.0

import { expect, test } from "@jest/globals";

import { doccanoWriter } from "../../dist/node/formats/doccano.js";
import { emma, failed, written } from "./tagged_texts.js";

test("doccano has other members as metadata, and what failed without labels", () => {
  expect(written(doccanoWriter(), [emma, failed])).toBe(
    '{"id":"a","text":"Emma","label":[[0,4,"PER"]],"by":1.0}\n' +
      '{"id":2,"text":"x","label":[],"error":{"code":"c","message":"m"}}\n',
  );
});
