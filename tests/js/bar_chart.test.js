// SPDX-License-Identifier: Apache-2.0
// tests/e2e/eval_page.test.js measures the bars as a browser draws them.

import { expect, test } from "@jest/globals";

import { barChart } from "../../dist/node/report/bar_chart.js";

const chart = (...bars) => barChart({ id: "c", title: "T <1>", description: 'a & "b"', bars });
const bar = (label, value, ...parts) => ({ label, value, parts });
const rects = (svg) => [...svg.matchAll(/<rect class="(.*?)" x="(.*?)" y="(.*?)" width="(.*?)"/g)];

test("a bar's parts stand side by side, in per cent of the width", () => {
  const svg = chart(
    bar("x", "50", { share: 0.25, style: "a" }, { share: 1 / 3, style: "b" }),
    bar("y", "–"),
  );
  expect(rects(svg).map(([, ...each]) => each)).toEqual([
    ["track", "0%", "22", "100%"],
    ["a", "0%", "22", "25%"],
    ["b", "25%", "22", "33.333%"],
    ["track", "0%", "60", "100%"],
  ]);
});

test("it has a name and a description, and nothing of it is markup", () => {
  const svg = chart(bar("<b>", "&"));
  expect(svg).toContain('role="img" aria-labelledby="c-title" aria-describedby="c-desc"');
  expect(svg).toContain('<title id="c-title">T &#60;1&#62;</title>');
  expect(svg).toContain('<desc id="c-desc">a &#38; &#34;b&#34;</desc>');
  expect(svg).toContain('<text class="label" x="0" y="16">&#60;b&#62;</text>');
});

test("a label that has no room is cut, one of wide characters sooner", () => {
  const labelOf = (label) => /class="label"[^>]*>([^<]*)</.exec(chart(bar(label, "1")))[1];
  expect(labelOf("a".repeat(24))).toBe("a".repeat(24));
  expect(labelOf("a".repeat(25))).toBe(`${"a".repeat(24)}…`);
  expect(labelOf("組織".repeat(9))).toBe(`${"組織".repeat(6)}…`);
});
