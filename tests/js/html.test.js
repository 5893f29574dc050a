// SPDX-License-Identifier: Apache-2.0
// round_trips.test.js and tests/e2e/html_form.test.js read the page.

import { expect, test } from "@jest/globals";

import { htmlWriter } from "../../dist/node/formats/html.js";
import { hueOf, palette } from "../../dist/wasm/js/base/palette.js";
import { written } from "./tagged_texts.js";

const entity = (start, end, label) => ({ entity_group: label, score: 1, word: "", start, end });
const page = (id, text, ...entities) =>
  written(htmlWriter(), [{ record: { id, text, members: [] }, entities }]);

test("nothing of a text, a label or an id is markup", () => {
  const evil = `<img src=x onerror="a&b">`;
  const html = page(JSON.stringify(evil), evil, entity(0, 4, `<b>"&`));
  const plain = page('"x"', "x", entity(0, 1, "x"));
  const tags = (each) => each.match(/<\/?[a-z!][^>]*>/g).map((tag) => tag.replace(/hue\d/, ""));
  expect(tags(html)).toEqual(tags(plain));
  expect(html).toContain("&#60;img src=x onerror=&#34;a&#38;b&#34;&#62;");
});

test("colours are the widget's, in light and in dark, and nothing else is loaded", () => {
  const html = page("1", "Emma", entity(0, 4, "B-PER"));
  const { light, dark } = palette[hueOf("PER")];
  expect(html).toContain(`<mark class="hue${hueOf("PER")}"><span>Emma</span>`);
  for (const pair of [light.entity, light.chip, dark.entity, dark.chip]) {
    expect(html).toContain(pair.background);
    expect(html).toContain(pair.text);
  }
  expect(html).not.toMatch(/https?:|src=|href=|@import|url\(/);
});

test("of entities that overlap the first is shown", () => {
  const html = page("1", "abcdef", entity(0, 3, "A"), entity(2, 5, "B"), entity(5, 6, "C"));
  expect(html.match(/<mark [^>]*><span>[^<]*/g).map((each) => each.split(">").at(-1))).toEqual([
    "abc",
    "f",
  ]);
});
