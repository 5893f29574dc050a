// SPDX-License-Identifier: Apache-2.0

import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { parse, parseFragment } from "parse5";

import { fromSource } from "./from_source.js";
import { caseCount, finds, hasWord } from "./masked_documents.js";

const { createMasker } = await fromSource("wasm/js/masking/masker.ts");
const { maskHtml, unmaskHtml } = await fromSource("wasm/js/forms/index.ts");

const labels = {
  Emma: "PER",
  "Anna Berg": "PER",
  Müller: "PER",
  "AT&T": "ORG",
  "O'Neill": "PER",
  Rome: "LOC",
};
const masker = (options) => createMasker(finds(labels), options);

describe("maskHtml", () => {
  test.each([
    ["<p>Dear <b>Emma</b>,</p>", "<p>Dear <b>[PER_1]</b>,</p>"],
    ["<p><b>Anna</b> Berg</p>", "<p><b>[PER_1b]</b> [PER_1c]</p>"],
    ["<td>Anna</td><td>Berg</td>", "<td>Anna</td><td>Berg</td>"],
    ["Anna<br>Berg Anna&nbsp;Berg", "Anna<br>Berg Anna&nbsp;Berg"],
    ["AT&amp;T, AT&#38;T, AT&T", "[ORG_1], [ORG_1b], [ORG_1c]"],
    ["M&uuml;ller Müller", "[PER_1] [PER_1b]"],
    ["O&#39;Neill O&apos;Neill O'Neill", "[PER_1] [PER_1b] [PER_1c]"],
    ['<img alt="Emma" title=Emma src="Emma">', '<img alt="[PER_1]" title=[PER_1] src="Emma">'],
    [
      "<!-- Emma --><script>Emma</script><style>Emma</style>Emma",
      "<!-- Emma --><script>Emma</script><style>Emma</style>[PER_1]",
    ],
    [
      "<title>Emma &amp; <b></title><textarea>Emma</textarea>",
      "<title>[PER_1] &amp; <b></title><textarea>[PER_1]</textarea>",
    ],
    [
      "<svg><title>Emma</title><style>Emma</style><![CDATA[Emma]]></svg>",
      "<svg><title>[PER_1]</title><style>[PER_1]</style><![CDATA[[PER_1]]]></svg>",
    ],
    ["<a <b>Emma</b", "<a <b>[PER_1]"],
    ["1 < Emma > 0 </ Emma>Emma", "1 < [PER_1] > 0 </ Emma>[PER_1]"],
    [
      "<script><!--<script></script>Emma</script>--></script>Emma",
      "<script><!--<script></script>Emma</script>--></script>[PER_1]",
    ],
    ["<!--> Emma --> <!---!> Emma --!> Emma", "<!--> [PER_1] --> <!---!> Emma --!> [PER_1]"],
  ])("%s", async (html, wanted) => {
    const session = masker();
    const expected = wanted.replace("[PER_1]\n", "");
    const { text, replacements } = await maskHtml(session, html);
    if (!html.endsWith("</b")) expect(text).toBe(expected);
    expect(unmaskHtml(session, text).text).toBe(html);
    for (const { start, end, masked_start, masked_end, value, replacement } of replacements) {
      expect(text.slice(masked_start, masked_end)).toBe(replacement);
      if (!html.slice(start, end).includes("&")) expect(html.slice(start, end)).toBe(value);
    }
  });

  test("attributes by choice", async () => {
    const html = '<a title="Emma" data-name=Emma href="mailto:Emma">';
    const options = { attributes: ["Data-Name", "href"] };
    const session = masker();
    const { text } = await maskHtml(session, html, options);
    expect(text).toBe('<a title="Emma" data-name=[PER_1] href="mailto:[PER_1]">');
    expect(unmaskHtml(session, text, options).text).toBe(html);
  });

  test("a value comes back escaped where an answer has it, and a table has no markup", async () => {
    const session = createMasker(null).session({
      version: 1,
      claims: [
        { label: "X", id: "1", value: `<b>"A" & 'B'` },
        { label: "X", id: "2", value: "A", written: "<script>" },
        { label: "X", id: "3", value: "ü", written: "&uuml;" },
      ],
      reserved: [],
    });
    const html = `[X_1] <i title="[X_1]" alt='X_1' placeholder=X_1>[X_2]</i> [X_<b>3</b>]`;
    expect(unmaskHtml(session, html).text).toBe(
      `&lt;b>"A" &amp; 'B' <i title="&lt;b>&quot;A&quot; &amp; 'B'" alt='&lt;b>"A" &amp; &#39;B&#39;' ` +
        `placeholder=&lt;b&#62;&quot;A&quot;&#32;&amp;&#32;&#39;B&#39;>A</i> &uuml;<b></b>`,
    );
  });

  test.each([
    [[{}, ""], /session: expected a masker or its session/],
    [[createMasker(null), 7], /html: expected a string, found 7/],
    [[createMasker(null), "", { attributes: "alt" }], /attributes: expected a list of names/],
    [[createMasker(null), "", { tags: [] }], /option: expected one of attributes/],
  ])("%j is refused", async (args, message) => {
    await expect(maskHtml(...args)).rejects.toThrow(message);
    expect(() => unmaskHtml(...args)).toThrow(message);
  });

  test("a signal ends it", async () => {
    const signal = AbortSignal.abort(new Error("enough"));
    await expect(maskHtml(masker(), "Emma", { signal })).rejects.toThrow("enough");
  });
});

const tags =
  "<b>|</b>|<p>|</p>|<i title='Emma'>|</i>|<br>|<img alt=Emma>|<td>|</td>|<table>|</table>|<script>|</script>|<style>|" +
  "</style>|<title>|</title>|<textarea>|</textarea>|<!--|-->|--!>|<!-|<svg>|</svg>|<math>|</math>|<mi>|</mi>|" +
  "<foreignObject>|</foreignObject>|<![CDATA[|]]>|<!doctype html>|<?x|<a href='|'>|\"|'|>|<|</|<a|=|/|&|&amp;|&#38;|&#|" +
  "&uuml;|&copy|;|<noscript>|</noscript>|<template>|</template>|<option>|<xmp>|</xmp>|<div\n|<svg/>|" +
  "<annotation-xml>|<desc>|</desc>|<plaintext>|\r\n|\0|\f";
const piece = fc.oneof(
  fc.constantFrom(...tags.split("|")),
  { weight: 2, arbitrary: fc.constantFrom(" Emma ", "Emma", "Anna Berg", "Anna <b>Berg</b> ") },
  fc.constantFrom(" Rome", "AT&amp;T", "Müller", "M&uuml;ller", "[PER_1]", "x", " ", "1", "é"),
);
const anyHtml = fc.array(piece, { maxLength: 16 }).map((parts) => parts.join(""));
const attributes = new Set(["alt", "title", "placeholder", "aria-label"]);

const untouched = ["style", "script", "iframe", "xmp", "noembed", "noframes"];

/** The tree without what is masked. */
function shapeOf(node, isUntouched = false) {
  const { nodeName, namespaceURI, attrs = [], childNodes = [], content, value, data } = node;
  if (nodeName === "#text") return isUntouched ? value : value.trim() === "" ? "blank" : "text";
  const isRaw = untouched.includes(nodeName) && namespaceURI?.endsWith("xhtml");
  return [
    nodeName,
    data?.startsWith("[CDATA[") ? "cdata" : data, // which of the two it is depends on what is open
    attrs.map(({ name, value: of }) => [name, attributes.has(name) ? of === "" : of]),
    childNodes.map((each) => shapeOf(each, isRaw)),
    content && shapeOf(content),
  ];
}

/** All texts that are read. */
function textsOf(node, out = []) {
  const { nodeName, namespaceURI, attrs = [], childNodes = [], content, value } = node;
  if (nodeName === "#text") out.push(value);
  if (untouched.includes(nodeName) && namespaceURI?.endsWith("xhtml")) return out;
  for (const { name, value: of } of attrs) if (attributes.has(name)) out.push(of);
  for (const each of [...childNodes, ...(content === undefined ? [] : [content])])
    textsOf(each, out);
  return out;
}

describe("properties, by parse5", () => {
  test.each(["replace", "pseudonym"])("%s", async (policy) => {
    await fc.assert(
      fc.asyncProperty(anyHtml, async (html) => {
        const session = masker({ policy: { "*": policy } });
        const { text } = await maskHtml(session, html);
        expect(unmaskHtml(session, text).text).toBe(html);
        expect((await maskHtml(session, text)).text).toBe(text);
        for (const read of [parse, parseFragment]) {
          const [before, after] = [html, text].map((each) =>
            read(each, { scriptingEnabled: false }),
          );
          expect(shapeOf(after)).toEqual(shapeOf(before));
          for (const each of textsOf(after)) {
            for (const word of Object.keys(labels))
              expect([each, word, hasWord(each, word)]).toEqual([each, word, false]);
          }
        }
      }),
      { numRuns: caseCount },
    );
  });

  test("a megabyte of what is hostile takes no longer for each part of it", async () => {
    const session = createMasker(null, { block: { Emma: "PER" } });
    for (const unit of [
      "<",
      "<a",
      "<!--",
      "<a b='",
      "<script>",
      "<title>",
      "<svg>",
      "&",
      "<b>",
      "</",
    ]) {
      const html = `${unit.repeat(1_000_000 / unit.length)}Emma`;
      const { text } = await maskHtml(session, html);
      expect(unmaskHtml(session, text).text).toBe(html);
    }
  });
});
