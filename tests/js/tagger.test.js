// SPDX-License-Identifier: Apache-2.0
// The texts of a list go through the network together: each has what it has alone, to the bit.

import { describe, expect, test } from "@jest/globals";

import { pipeline } from "../../dist/node/index.js";
import { golden, use } from "./support.js";

const all = { ignore_labels: [] };

/** More than a batch of them, of all lengths, some of several windows, some of nothing. */
const texts = [
  ...golden.cases.map(({ text }) => text),
  "",
  "Emma",
  ..."Angela Merkel besuchte im Juli Paris, und Emma ging nach Łódź. "
    .repeat(80)
    .match(/.{1,91}/gu),
  "田中太郎は東京に住んでいます。".repeat(60),
  "דוד כהן גר בתל אביב. ".repeat(30),
];

describe.each([1, 2])("with %i threads", (threads) => {
  test.each(["fp32", "auto"])(
    "records of a list are those of each text, dtype %s",
    async (dtype) => {
      await use(pipeline("token-classification", undefined, { dtype, threads }), async (ner) => {
        expect(texts.length).toBeGreaterThan(64);
        const together = await ner(texts, all);
        for (const [i, text] of texts.entries()) expect(together[i]).toEqual(await ner(text, all));
      });
    },
  );

  test("labels of lists of words are those of each list", async () => {
    await use(pipeline("token-classification", undefined, { threads }), async (ner) => {
      const lists = texts.map((text) => text.split(/\s+/u).filter(Boolean).slice(0, 200));
      const some = lists.filter((list) => list.length > 0);
      const together = await ner.tagWords(some);
      for (const [i, words] of some.entries()) {
        expect(together[i]).toEqual(await ner.tagWords(words));
      }
    });
  });
});
