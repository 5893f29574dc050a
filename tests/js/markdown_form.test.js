// SPDX-License-Identifier: Apache-2.0

import { describe, expect, test } from "@jest/globals";
import { Parser } from "commonmark";
import fc from "fast-check";

import { fromSource } from "./from_source.js";
import { caseCount, finds, hasWord } from "./masked_documents.js";

const { createMasker } = await fromSource("wasm/js/masking/masker.ts");
const { maskMarkdown, unmaskMarkdown } = await fromSource("wasm/js/forms/index.ts");

const labels = {
  Emma: "PER",
  "Anna Berg": "PER",
  王明: "PER",
  "A*Team": "ORG",
  "a_b@x.de": "EMAIL",
  Rome: "LOC",
};
const masker = (options) => createMasker(finds(labels), options);

describe("maskMarkdown", () => {
  test.each([
    ["Dear **Emma**,", "Dear **PER_1**,"],
    ["**Anna** Berg", "**PER_1b** [PER_1c]"],
    ["我是**王明**的", "我是**PER_1**的"],
    ["_Emma_ *Emma* ~~Emma~~", "_PER_1_ *PER_1* ~~PER_1~~"],
    ["Emma: ill. Emma(x) Emma[0]", "\\[PER_1\\]: ill. \\[PER_1\\](x) \\[PER_1\\][0]"],
    ['[Emma](http://x/Emma "Emma") ![Emma](y)', '[[PER_1]](http://x/Emma "[PER_1]") ![[PER_1]](y)'],
    [
      "# Emma\n\n- Emma\n- Anna\n\n> Anna\n> Berg",
      "# [PER_1]\n\n- [PER_1]\n- Anna\n\n> Anna\n> Berg",
    ],
    [
      "| Emma | Anna |\n|---|---|\n| Berg | Emma |",
      "| [PER_1] | Anna |\n|---|---|\n| Berg | [PER_1] |",
    ],
    ["`Emma` ``a`Emma``", "`[PER_1]` ``a`[PER_1]``"],
    ["```js Emma\nEmma('**')\n```\nEmma", "```js Emma\n[PER_1]('**')\n```\n[PER_1]"],
    ["<a title='Emma'>Emma</a> <!-- Emma -->", "<a title='Emma'>[PER_1]</a> <!-- Emma -->"],
    ["A\\*Team, a_b@x.de, a\\_b@x.de", "[ORG_1], [EMAIL_1], [EMAIL_1b]"],
    [
      "[Emma][e], [Emma], Emma\n\n[Emma]: /Emma\n[e]: /e",
      "[[PER_1]][e], [Emma], [PER_1]\n\n[Emma]: /Emma\n[e]: /e",
    ],
    ["Emma\n====\nEmma  \nEmma\\\nEmma", "[PER_1]\n====\n[PER_1]  \n[PER_1]\\\n[PER_1]"],
    [
      "    Emma\n\n<script>\nEmma\n\n</script>\nEmma",
      "    [PER_1]\n\n<script>\nEmma\n\n</script>\n[PER_1]",
    ],
  ])("%j", async (markdown, wanted) => {
    const session = masker();
    const { text, replacements } = await maskMarkdown(session, markdown);
    expect(text).toBe(wanted);
    expect(unmaskMarkdown(session, text).text).toBe(markdown);
    expect((await maskMarkdown(session, text)).text).toBe(text);
    for (const { start, end, value } of replacements) {
      expect(markdown.slice(start, end).replaceAll("\\", "")).toBe(value);
    }
  });

  test.each([["PER_1PER_1Emma"], ["[PER_1]: Emma  Emma "]])(
    "what looks like a placeholder stays: %j",
    async (markdown) => {
      const session = masker();
      const { text } = await maskMarkdown(session, markdown);
      expect(unmaskMarkdown(session, text).text).toBe(markdown);
      expect((await maskMarkdown(session, text)).text).toBe(text);
    },
  );

  test("code by choice", async () => {
    const markdown = "Emma `Emma`\n\n~~~\nEmma [PER_1]\n~~~\n";
    const session = masker();
    const { text } = await maskMarkdown(session, markdown, { code: false });
    expect(text).toBe("[PER_1] `Emma`\n\n~~~\nEmma [PER_1]\n~~~\n");
    expect(unmaskMarkdown(session, text, { code: false }).text).toBe(markdown);
  });

  test("a value has no marks where an answer has it", () => {
    const claims = [
      { label: "X", id: "1", value: "*a* [b](c) <d> `e`" },
      { label: "X", id: "2", value: "f", written: "<script>" },
    ];
    const session = createMasker(null).session({ version: 1, claims, reserved: [] });
    expect(unmaskMarkdown(session, "X_1 **[X_2]** `[X_2]`").text).toBe(
      "\\*a\\* \\[b\\](c) \\<d> \\`e\\` **f** `f`",
    );
  });

  test("bad input is refused", async () => {
    await expect(maskMarkdown(masker(), 7)).rejects.toThrow("markdown: expected a string, found 7");
    expect(() => unmaskMarkdown(masker(), "", { code: 1 })).toThrow("code: expected true or false");
  });
});

const marks =
  "**|*|__|_|~~|`|``|\n|\n\n|\n\n|> |- |1. |# |    |```\n|~~~\n|[|]|](/u)|](</u> 't')|][e]|[e]|![|C:\\ |\\*|&amp;|&#42;|<b>|</b>|" +
  "<i title='Emma'>|<!--|-->|<|>|(|)|:|!|---\n|===\n|, |. | | |x|1|é|的|[PER_1]|PER_1|\\[PER_1\\]|*PER_2*|http://x|<http://y>";
const piece = fc.oneof(
  fc.constantFrom(...marks.split("|")),
  { weight: 2, arbitrary: fc.constantFrom(" Emma ", "Emma", "Anna Berg", "王明", " Rome") },
  fc.constantFrom("|", "\n|-|\n", "\r\n", "\t", "a_b@x.de", " A\\*Team ", "\n[e]: /url\n"),
);
const anyMarkdown = fc.array(piece, { maxLength: 16 }).map((parts) => parts.join(""));

describe("properties", () => {
  test.each(["replace", "pseudonym"])(
    "%s: any text comes back, and masking again changes nothing",
    async (policy) => {
      await fc.assert(
        fc.asyncProperty(anyMarkdown, fc.boolean(), async (markdown, code) => {
          const session = masker({ policy: { "*": policy } });
          const { text } = await maskMarkdown(session, markdown, { code });
          expect(unmaskMarkdown(session, text, { code }).text).toBe(markdown);
          expect((await maskMarkdown(session, text, { code })).text).toBe(text);
        }),
        { numRuns: caseCount },
      );
    },
  );

  /** Documents as people write them: marks around words, which have spaces around. */
  const word = fc.oneof(
    fc.constantFrom(
      "Emma",
      "Anna Berg",
      "Rome",
      "went",
      "home",
      "a\\*b",
      "&amp;",
      "5 < 6",
      "a_b_c",
      "王明",
      "Anna **Berg**",
    ),
    fc
      .constantFrom("Emma", "Anna Berg", "x")
      .chain((text) =>
        fc.constantFrom(
          `**${text}**`,
          `*${text}*`,
          `_${text}_`,
          `\`${text}\``,
          `[${text}](/u 'Emma')`,
          `![${text}](/u)`,
          `<b>${text}</b>`,
          `[${text}][e]`,
          `***${text}***`,
          `**${text} x**`,
          `我**${text}**是`,
          `"${text}"`,
          `(${text})`,
          `${text}:`,
        ),
      ),
  );
  const line = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(" "));
  const block = fc.oneof(
    line,
    fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join("\n")),
    line.map((text) => `## ${text}`),
    fc
      .array(line, { minLength: 1, maxLength: 3 })
      .map((lines) => lines.map((text) => `- ${text}`).join("\n")),
    fc
      .array(line, { minLength: 1, maxLength: 3 })
      .map((lines) => lines.map((text, at) => `${at + 1}. ${text}`).join("\n")),
    fc
      .array(line, { minLength: 1, maxLength: 3 })
      .map((lines) => lines.map((text) => `> ${text}`).join("\n")),
    line.map((text) => `\`\`\`\n${text}\n\`\`\``),
    line.map((text) => `    ${text}`),
    line.map((text) => `${text}\n---`),
    line.map((text) => `<div>\n${text}\n</div>`),
  );
  const document = fc
    .array(block, { minLength: 1, maxLength: 5 })
    .map((blocks) => `${blocks.join("\n\n")}\n\n[e]: /e 'Emma'\n`);

  test.each(["replace", "pseudonym"])(
    "%s: the same document by commonmark.js, without a value",
    async (policy) => {
      await fc.assert(
        fc.asyncProperty(document, async (markdown) => {
          const session = masker({ policy: { "*": policy } });
          const { text } = await maskMarkdown(session, markdown);
          expect(unmaskMarkdown(session, text).text).toBe(markdown);
          const [before, after] = [markdown, text].map((each) => shapeOf(each));
          expect(after.nodes).toEqual(before.nodes);
          for (const each of after.texts) {
            for (const value of Object.keys(labels))
              expect([each, hasWord(each, value)]).toEqual([each, false]);
          }
        }),
        { numRuns: caseCount },
      );
    },
  );

  test("what is hostile takes a time that grows with it", async () => {
    const session = createMasker(null, { block: { Emma: "PER" } });
    for (const unit of [
      "[",
      "](",
      '](a "',
      "*",
      "`",
      "`a``",
      "<a",
      "<",
      "> ",
      "- ",
      "&",
      "\\",
      "_a",
      "a_a",
      "|",
      "\n",
      "\n```\n",
      "<!--",
    ]) {
      const markdown = `${unit.repeat(200_000 / unit.length)} Emma`;
      const { text } = await maskMarkdown(session, markdown);
      expect(unmaskMarkdown(session, text).text).toBe(markdown);
    }
  });
});

/** Nodes without their texts, and the texts. */
function shapeOf(markdown) {
  const nodes = [];
  const texts = [];
  const walker = new Parser().parse(markdown).walker();
  for (let event = walker.next(); event !== null; event = walker.next()) {
    const { type, destination, title, info, level, listType } = event.node;
    if (type === "text") {
      texts.push((nodes.at(-1) === "text" ? (texts.pop() ?? "") : "") + event.node.literal);
      if (nodes.at(-1) !== "text") nodes.push("text");
      continue;
    }
    if (type === "code" || type === "code_block") texts.push(event.node.literal);
    if (title) texts.push(title);
    nodes.push([type, event.entering, destination, title ? "title" : title, info, level, listType]);
  }
  return { nodes, texts };
}
