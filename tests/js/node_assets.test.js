// SPDX-License-Identifier: Apache-2.0
// A program that takes the package along in a bundle, as esbuild makes one, run by Node.

import { execFile } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { build } from "esbuild";

import { root } from "./support.js";

const program = `
import { pipeline, Tokenizer } from "xlmr-ner";
const options = JSON.parse(process.argv[2]);
const say = (value) => console.log(JSON.stringify(value));
async function main() {
  const ner = await pipeline("ner", undefined, options);
  const text = "Angela Merkel besuchte im Juli Paris.";
  const words = (await ner(text, { aggregation_strategy: "simple" })).map(({ word }) => word);
  await ner.dispose();
  const tokenizer = await Tokenizer.load(undefined, options);
  const { tokens } = await tokenizer.encode("in Paris");
  await tokenizer.dispose();
  say({ words, tokens });
}
main().catch(({ name, code, message }) => say({ name, code, message }));
`;
const right = { words: ["Angela Merkel", "Paris"], tokens: ["<s>", "▁in", "▁Paris", "</s>"] };

const assets = {
  wasm_url: path.join(root, "dist/wasm"),
  model_url: path.join(root, "models/default"),
};

let work;
beforeAll(() => {
  work = mkdtempSync(path.join(tmpdir(), "xlmr-ner-bundle-"));
});
afterAll(() => {
  rmSync(work, { recursive: true });
});

/** Bundles the program and the worker; where the program is. */
async function bundle(format, extension) {
  const folder = path.join(work, format);
  mkdirSync(folder);
  const common = {
    bundle: true,
    platform: "node",
    format,
    external: ["onnxruntime-web"],
    alias: {
      "xlmr-ner": path.join(root, "dist/node/index.js"),
      "xlmr-ner/worker": path.join(root, "dist/node/worker.js"),
    },
    outExtension: { ".js": extension },
    outdir: folder,
    logLevel: "error",
  };
  const app = { contents: program, resolveDir: root, sourcefile: "app.js" };
  await build({ ...common, stdin: app, entryNames: "app" });
  await build({ ...common, entryPoints: { worker: "xlmr-ner/worker" } });
  return { app: path.join(folder, `app${extension}`), worker_url: `${folder}/worker${extension}` };
}

/** What the program says. Elsewhere by default, so that nothing is found by the working folder. */
async function start(app, options, cwd = tmpdir()) {
  const args = [app, JSON.stringify(options)];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd });
  return JSON.parse(stdout);
}

describe.each([
  ["esm", ".mjs"],
  ["cjs", ".cjs"],
])("a bundle of %s", (format, extension) => {
  let app;
  let worker_url;
  beforeAll(async () => {
    ({ app, worker_url } = await bundle(format, extension));
  });

  test("works with the paths of the three", async () => {
    expect(await start(app, { ...assets, worker_url })).toEqual(right);
  });

  test("needs none of them where the package is installed for the working folder", async () => {
    const project = path.join(work, format, "project");
    mkdirSync(path.join(project, "node_modules"), { recursive: true });
    symlinkSync(root, path.join(project, "node_modules/xlmr-ner"));
    mkdirSync(path.join(project, "below"));
    expect(await start(app, {}, path.join(project, "below"))).toEqual(right);
  });

  test("works with file: URLs, and with the worker of the installed package", async () => {
    const urls = Object.entries({ ...assets, worker_url: path.join(root, "dist/node/worker.js") });
    const options = Object.fromEntries(urls.map(([name, file]) => [name, pathToFileURL(file)]));
    expect(await start(app, options)).toEqual(right);
  });

  test("does not take the program's own worker.js for the package's", async () => {
    writeFileSync(path.join(path.dirname(app), "worker.js"), "process.exit(1)");
    const error = await start(app, assets);
    expect(error).toMatchObject({ name: "AssetError", code: "asset" });
    expect(error.message).toMatch(
      /dist\/node\/worker\.js, found its code in a bundle.*worker_url$/,
    );
  });

  test.each([
    ["model_url", /models\/default\/config\.json/],
    ["worker_url", /dist\/node\/worker\.js/],
    ["wasm_url", /dist\/wasm\/core-(simd|relaxed)\.wasm/],
  ])("without %s, or with a wrong one, says so", async (name, what) => {
    const others = { ...assets, worker_url };
    delete others[name];
    for (const [options, found] of [
      [others, "found its code in a bundle"],
      [{ ...others, [name]: path.join(work, "none") }, "found no such file"],
    ]) {
      const error = await start(app, options);
      expect(error).toMatchObject({ name: "AssetError", code: "asset" });
      expect(error.message).toMatch(what);
      expect(error.message).toContain(found);
      expect(error.message).toMatch(new RegExp(`in ${name}$`));
    }
  });

  test("what is no file's address is refused", async () => {
    const error = await start(app, { ...assets, worker_url, wasm_url: "https://example.org/wasm" });
    expect(error).toMatchObject({ name: "InvalidArgumentError", code: "invalid_argument" });
    expect(error.message).toMatch(/^wasm_url: expected a path or a file: URL, found 'https:/);
  });

  test("a worker without what it imports says how to have one", async () => {
    const alone = path.join(work, format, "alone.js");
    writeFileSync(path.join(work, format, "package.json"), '{"type": "module"}');
    copyFileSync(path.join(root, "dist/node/worker.js"), alone);
    const error = await start(app, { ...assets, worker_url: alone });
    expect(error.code).toBe("worker_crashed");
    expect(error.message).toMatch(/bundle 'xlmr-ner\/worker' as a script of its own/);
  });
});
