// SPDX-License-Identifier: Apache-2.0

import { describe, expect, test } from "@jest/globals";

import { golden, run, tiny } from "./support.js";

const model = ["--model", tiny];

describe("xlmr-ner tokenize", () => {
  const { text, ids, tokens, offsets } = golden.cases.find((each) => each.text.includes("🚀"));

  test("--json prints ids, tokens and offsets", async () => {
    const args = ["tokenize", ...model, "--json", "--offsets", "codepoint", text];
    const { code, stdout, stderr } = await run(args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toBe(`${JSON.stringify({ ids, tokens, offsets })}\n`);
  });

  test("names a line that is no text, and goes on", async () => {
    const input = Buffer.from("\xff\n\n", "latin1");
    const { code, stdout } = await run(["tokenize", ...model, "--json"], { input });
    expect(code).toBe(1);
    const [first, second] = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(first).toMatchObject({ id: 1, error: { code: "text_format" } });
    expect(second).toMatchObject({ tokens: ["<s>", "</s>"] });
  });

  test("without --json prints the pieces of each line", async () => {
    const { stdout } = await run(["tokenize", ...model], { input: `${text}\n\n` });
    expect(stdout).toBe(`${tokens.join(" ")}\n<s> </s>\n`);
  });
});
