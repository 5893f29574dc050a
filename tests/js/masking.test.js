// SPDX-License-Identifier: Apache-2.0

import { describe, expect, test } from "@jest/globals";

import { parseMarked } from "../../models/eval/everyday.mjs";
import { MaskingReport } from "../../models/eval/masking.mjs";

const row = (marked) => ({ l: "en", s: "mail", m: 1, ...parseMarked(marked) });
const entity = (entity_group, start, end) => ({ entity_group, score: 0.9, start, end });

describe("persons' names", () => {
  const ana = row("Dear [PER Ana Lee], hi [PER Bo]");

  test.each([
    ["an exact PER is found and hidden", [entity("PER", 5, 12)], 1, 1],
    ["another type hides it", [entity("ORG", 5, 12)], 0, 1],
    ["so does a longer span", [entity("PER", 0, 12)], 0, 1],
    ["so do two parts, without the blank", [entity("PER", 5, 8), entity("LOC", 9, 12)], 0, 1],
    ["a part does not", [entity("PER", 5, 11)], 0, 0],
  ])("%s", (_, records, found, hidden) => {
    const masking = new MaskingReport();
    masking.add(["all"], ana, records);
    expect(masking.at("all")).toMatchObject({ total: 2, found, hidden });
  });
});
