// SPDX-License-Identifier: Apache-2.0

import { expect, test } from "@jest/globals";
import fc from "fast-check";

import { fromSource } from "./from_source.js";

const { resolveSpans } = await fromSource("wasm/js/masking/resolve_spans.ts");

const span = (entity_group, start, end, source = "model", score = 1) => ({
  entity_group,
  score,
  word: "",
  start,
  end,
  source,
});
const shape = ({ entity_group, word, source }) => `${source} ${entity_group} ${word}`;

test.each([
  [
    "a rule before the model",
    [span("PER", 0, 10), span("EMAIL", 5, 15, "email")],
    ["model PER Anna", "email EMAIL anna@x.org"],
  ],
  [
    "the model before a mention",
    [span("PER", 0, 4, "mention"), span("ORG", 0, 6)],
    ["model ORG Anna a"],
  ],
  [
    "a blocked value before all",
    [span("URL", 0, 15, "url"), span("X", 5, 9, "block")],
    ["url URL Anna", "block X anna", "url URL @x.org"],
  ],
  ["the longer of one kind", [span("A", 0, 4), span("B", 0, 9)], ["model B Anna anna"]],
  [
    "the earlier of two that are as long",
    [span("A", 5, 9), span("B", 2, 6)],
    ["model B na a", "model A nna"],
  ],
  [
    "the surer of two at one place",
    [span("A", 0, 4, "model", 0.5), span("B", 0, 4)],
    ["model B Anna"],
  ],
  [
    "nothing is left of what has neither letter nor digit",
    [span("A", 0, 5), span("B", 0, 4, "b")],
    ["b B Anna"],
  ],
])("%s", (_, spans, wanted) => {
  expect(resolveSpans("Anna anna@x.org", spans).map(shape)).toEqual(wanted);
});

test("all letters and digits of all spans are in just one of the result, whatever overlaps", () => {
  const text = "ab c1 de, f  gh-i jk";
  const any = fc
    .tuple(
      fc.nat(text.length),
      fc.nat(text.length),
      fc.constantFrom("block", "r", "model", "mention"),
      fc.double({ min: 0, max: 1, noNaN: true }),
    )
    .map(([a, b, source, score]) => span("X", Math.min(a, b), Math.max(a, b), source, score));
  fc.assert(
    fc.property(fc.array(any, { maxLength: 8 }), (spans) => {
      const out = resolveSpans(text, spans);
      const times = (list, at) => list.filter(({ start, end }) => start <= at && at < end).length;
      for (const [at, unit] of [...text].entries()) {
        const wanted = times(spans, at) > 0;
        if (/[\p{L}\p{N}]/u.test(unit)) expect(times(out, at)).toBe(Number(wanted));
        else expect(times(out, at)).toBeLessThanOrEqual(Number(wanted));
      }
      for (const { start, end, word } of out) expect(text.slice(start, end)).toBe(word);
      expect(out.every(({ start }, at) => at === 0 || start >= out[at - 1].end)).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});
