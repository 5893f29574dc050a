// SPDX-License-Identifier: Apache-2.0

import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";

import { fromSource } from "./from_source.js";
import { caseCount, finds } from "./masked_documents.js";

const { createMasker } = await fromSource("wasm/js/masking/masker.ts");
const { maskJsonText, unmaskJsonText } = await fromSource("wasm/js/forms/index.ts");

const labels = { Emma: "PER", "Anna Berg": "PER", Müller: "PER", 'The "A"': "ORG" };
const masker = (options) => createMasker(finds(labels), options);

describe("maskJsonText", () => {
  test.each([
    [
      '{"Emma": "Emma", "n": 12345678901234567890, "a": [1.0, "Anna\\u0020Berg", "x"]}',
      '{"Emma": "[PER_1]", "n": 12345678901234567890, "a": [1.0, "[PER_2]", "x"]}',
    ],
    ['"M\\u00fcller Müller The \\"A\\" The \\u0022A\\""', '"[PER_1] [PER_1b] [ORG_1] [ORG_1b]"'],
    ['{"a":"Emma"}\n{"a":"Emma\\n"}\n', '{"a":"[PER_1]"}\n{"a":"[PER_1]\\n"}\n'],
    ['{"a": "Emma', '{"a": "Emma'],
  ])("%s", async (json, wanted) => {
    const session = masker();
    const { text } = await maskJsonText(session, json);
    expect(text).toBe(wanted);
    expect(unmaskJsonText(session, text).text).toBe(json);
  });
});

describe("properties", () => {
  const string = fc
    .array(
      fc.constantFrom(
        ...Object.keys(labels),
        " ",
        '"',
        "\\",
        "\n",
        "é",
        "😀",
        "\ud83d",
        "/",
        "[PER_1]",
        "x",
      ),
      { maxLength: 5 },
    )
    .map((parts) => parts.join(""));
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: "small" },
      string,
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constant(null),
      fc.array(tie("value"), { maxLength: 3 }),
      fc.dictionary(string, tie("value"), { maxKeys: 3 }),
    ),
  }));
  /** Other ways to write the same. */
  const written = (json) => json.replaceAll("é", "\\u00e9").replaceAll("/", "\\/");

  test.each(["replace", "pseudonym"])(
    "%s: the same value as by maskJson, and the same text back",
    async (policy) => {
      await fc.assert(
        fc.asyncProperty(
          value,
          fc.constantFrom(undefined, 2),
          fc.boolean(),
          async (each, indent, isOdd) => {
            const plain = JSON.stringify(each, null, indent);
            const json = isOdd ? written(plain) : plain;
            const options = { policy: { "*": policy }, key: "k" };
            const session = masker(options);
            const { text } = await maskJsonText(session, json);
            expect(unmaskJsonText(session, text).text).toBe(json);
            expect((await maskJsonText(session, text)).text).toBe(text);
            if (!isOdd && policy === "replace") {
              const other = await masker(options).maskJson(JSON.parse(json));
              expect(JSON.parse(text)).toEqual(other);
            }
          },
        ),
        { numRuns: caseCount },
      );
    },
  );
});
