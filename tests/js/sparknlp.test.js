// SPDX-License-Identifier: Apache-2.0
// `xlmr-ner tag --to sparknlp`, and annotate() of several documents.

import { afterAll, beforeAll, expect, test } from "@jest/globals";

import { pipeline } from "../../dist/node/index.js";
import { run, sentence } from "./support.js";

const other = "🚀 Sarah lives in London.";
let ner;
beforeAll(async () => (ner = await pipeline("ner")));
afterAll(() => ner.dispose());

const lines = (...records) => records.map((record) => `${JSON.stringify(record)}\n`).join("");
const read = (text) => text.trimEnd().split("\n").map(JSON.parse);

test("a record has the columns that annotate() gives, and what it had besides", async () => {
  const words = ["Emma", "sings"];
  const input = lines({ id: 1, text: sentence, by: "me" }, { id: "b", text: other, token: 1 });
  const { code, stdout } = await run(["--format", "jsonl", "--to", "sparknlp"], {
    input: input + lines({ id: 3, tokens: words }, { id: 4, text: null }),
  });
  expect(code).toBe(0);
  expect(read(stdout)).toEqual([
    { id: 1, by: "me", ...(await ner.annotate(sentence)) },
    { id: "b", ...(await ner.annotate(other)) },
    { id: 3, ...(await ner.annotate("Emma sings", { tokens: words })) },
    { id: 4, document: null, token: null, ner: null, entities: null },
  ]);
});

test("what is wrong with a text is said in its place, and with --allow-errors by that alone", async () => {
  const input = lines({ id: 1 }, { id: 2, text: "Emma" });
  for (const [to, allowed] of [
    ["sparknlp", true],
    ["jsonl", true],
    ["sparknlp", false],
  ]) {
    const more = allowed ? ["--allow-errors"] : [];
    const args = ["--format", "jsonl", "--to", to, ...more];
    const { code, stdout, stderr } = await run(args, { input });
    expect({ code, stderr }).toEqual({ code: allowed ? 0 : 1, stderr: "" });
    const [bad, good] = read(stdout);
    expect(bad).toMatchObject({ id: 1, error: { code: "invalid_record" } });
    expect(good.id).toBe(2);
  }
});

test.each([
  [["--allow-errors", "a"], "--allow-errors: expected --to json or jsonl or sparknlp, found tsv"],
  [["--offsets", "codepoint", "a"], "--offsets: expected --to json or jsonl, found tsv"],
  [["--offsets", "bytes", "--json", "a"], "--offsets: expected utf16 or codepoint, found bytes"],
  [["--aggregation", "none", "--to", "sparknlp", "a"], "--to sparknlp: expected entities"],
])("%j is refused", async (args, message) => {
  const { code, stderr } = await run(args);
  expect(code).toBe(2);
  expect(stderr).toContain(message);
});

test("annotate() of several documents gives what it gives of each", async () => {
  const documents = [sentence, "", other];
  const each = await Promise.all(documents.map((document) => ner.annotate(document)));
  expect(await ner.annotate(documents)).toEqual(each);
  expect(await ner.annotate([])).toEqual([]);
  const options = { white_list: ["LOC"] };
  expect((await ner.annotate([other], options))[0].entities).toHaveLength(1);
  await expect(ner.annotate([other], { tokens: ["Sarah"] })).rejects.toThrow(
    "tokens: expected one document",
  );
  await expect(ner.annotate([7])).rejects.toThrow("document: expected a string or a list");
});
