// SPDX-License-Identifier: Apache-2.0

import { describe, expect, test } from "@jest/globals";

import { parseMarked } from "../../models/eval/everyday.mjs";
import { Report } from "../../models/eval/scoring.mjs";

const row = (marked, m = 1) => ({ l: "en", s: "mail", m, ...parseMarked(marked) });
const entity = (entity_group, start, end) => ({ entity_group, score: 0.9, start, end });

describe("exact spans", () => {
  test("count in the whole, in the parts and by type", () => {
    const report = new Report();
    const found = [entity("PER", 0, 3), entity("LOC", 7, 10), entity("ORG", 15, 18)];
    report.add("dev", ["language en"], row("[PER Ana] of [LOC Rome] and [ORG IBM]"), found);
    expect(report.at("dev")).toMatchObject({ sentences: 1, gold: 3, predicted: 3, right: 1 });
    expect(report.at("dev language en").f1).toBeCloseTo(1 / 3);
    expect(report.at("dev type PER")).toMatchObject({ gold: 1, right: 1 });
    expect(report.at("dev type LOC")).toMatchObject({ gold: 1, predicted: 1, right: 0 });
  });

  test("a found MISC is wrong only where MISC is labelled", () => {
    const report = new Report();
    report.add("with", [], row("the Tour", 1), [entity("MISC", 4, 8)]);
    report.add("without", [], row("the Tour", 0), [entity("MISC", 4, 8)]);
    expect(report.at("with").predicted).toBe(1);
    expect(report.at("without").predicted).toBe(0);
  });
});
