// SPDX-License-Identifier: Apache-2.0
// A model's folder by its path, by a file: URL, and by what new URL("./model/", import.meta.url) gives.

import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";

import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";

import { Tokenizer, pipeline } from "../../dist/node/index.js";
import { pathOf } from "../../dist/node/files/path_of.js";
import { run, sentence, tiny, use } from "./support.js";

let work;
let folder;
beforeAll(() => {
  work = mkdtempSync(path.join(tmpdir(), "xlmr-ner-url-"));
  folder = path.join(work, "my ner #1%20é");
  cpSync(tiny, folder, { recursive: true });
});
afterAll(() => {
  rmSync(work, { recursive: true });
});

describe("a model's folder", () => {
  const names = [
    ["a URL", (url) => url],
    ["a URL with a slash at its end", (url) => new URL(`${url.href}/`)],
    ["a URL as a string", (url) => url.href],
    ["a URL in capitals", (url) => url.href.replace("file:", "FILE:")],
    ["its path", () => folder],
  ];

  test.each(names)("by %s", async (_, nameOf) => {
    const model = nameOf(pathToFileURL(folder));
    await use(pipeline("ner", model, { threads: 1 }), (ner) => {
      expect(ner.info().model).toBe(folder);
    });
    await use(Tokenizer.load(model, { threads: 1 }), async (tokenizer) => {
      expect((await tokenizer.encode("Paris")).tokens).toContain("▁Paris");
    });
  });

  test("by --model and for convert", async () => {
    const url = `${pathToFileURL(folder).href}/`;
    const { stdout } = await run(["info", "--model", url, "--json"]);
    expect(JSON.parse(stdout).model).toBe(folder);
    const tagged = await run(["--model", url, "--json", sentence]);
    expect(JSON.parse(tagged.stdout).length).toBeGreaterThan(0);
    const out = pathToFileURL(path.join(work, "out"));
    const converted = await run(["convert", url, "--out", out.href, "--json"]);
    expect(JSON.parse(converted.stdout).file).toBe(path.join(work, "out", "model.q8.safetensors"));
  });

  test.each([
    [{ revision: "main" }, "invalid_argument", /^revision: expected a hub id .* found a folder$/],
    [{}, "model_not_found", /^expected a model folder at .*none, found nothing$/],
  ])("that is not there, or has no revision: %j", async (options, code, message) => {
    const loading = pipeline("ner", pathToFileURL(path.join(work, "none")), options);
    await expect(loading).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });

  test("of another machine, or with a slash in a name, is refused", async () => {
    for (const url of ["file://server/share/ner", "file:///a%2Fb"]) {
      const loading = pipeline("ner", url);
      await expect(loading).rejects.toMatchObject({ code: "invalid_argument" });
      await expect(loading).rejects.toThrow(
        /^model: expected the file: URL of a path of this machine/,
      );
    }
  });
});

test("a path stays one", () => {
  expect(pathOf("model", "./a:b")).toBe(path.resolve("a:b"));
  expect(pathOf("model", "/a%20b")).toBe("/a%20b");
  expect(pathOf("model", pathToFileURL("/a%20b").href)).toBe("/a%20b");
});
