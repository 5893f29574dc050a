// SPDX-License-Identifier: Apache-2.0
// What a server does that renders pages: it imports the package and the widget, whichever of the builds its
// bundler has taken, and nothing happens.

import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

import { describe, expect, test } from "@jest/globals";
import { build } from "esbuild";

import { root } from "./support.js";

const { exports } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));

/** What a program prints that counts the files it opens, apart from modules, and the new globals. */
async function importing(file) {
  const program = `
    import fs from "node:fs";
    import { syncBuiltinESMExports } from "node:module";
    const looks = [];
    const { existsSync, statSync, readFileSync } = fs;
    for (const name of ["existsSync", "statSync", "readFileSync", "openSync"]) {
      const own = fs[name];
      fs[name] = (...args) => {
        if (/xlmr|models|\\.wasm/.test(String(args[0]))) looks.push(name + " " + args[0]);
        return own(...args);
      };
    }
    syncBuiltinESMExports();
    const before = new Set(Object.keys(globalThis));
    const names = Object.keys(await import(${JSON.stringify(pathToFileURL(file).href)}));
    const globals = Object.keys(globalThis).filter((name) => !before.has(name));
    const { HTMLElement, customElements, document } = globalThis;
    console.log(JSON.stringify({
      names, looks, globals, made: [HTMLElement, customElements, document].map((each) => typeof each),
    }));`;
  const args = ["--input-type=module", "--eval", program];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout);
}

describe("an import does nothing", () => {
  test.each([
    ["the package in Node", exports["."].node.default],
    ["the package's build for browsers", exports["."].default.default],
    ["the package's build for edge runtimes", exports["."]["edge-light"].default],
    ["the widget", exports["./element"].default],
    ["the widget's class", exports["./element/class"].default],
  ])("of %s", async (_, file) => {
    const { names, looks, globals, made } = await importing(path.join(root, file));
    expect(names).toContain(
      file.includes("element") || /widget/.test(file) ? "NerWidget" : "pipeline",
    );
    expect(looks).toEqual([]);
    expect(made).toEqual(["undefined", "undefined", "undefined"]);
    // Lit notes its versions, to warn of two of them.
    expect(globals.filter((name) => !/^lit|^reactiveElementVersions$/.test(name))).toEqual([]);
  });
});

test("every build has the same names", async () => {
  const namesOf = async (file) => (await importing(path.join(root, file))).names;
  const node = await namesOf(exports["."].node.default);
  const web = await namesOf(exports["."].default.default);
  const edge = await namesOf(exports["."].workerd.default);
  const element = await namesOf(exports["./element"].default);
  expect(web).toEqual(node);
  expect(edge).toEqual([...new Set([...node, ...element])].sort());
});

test("a call outside of a page says what is missing", async () => {
  for (const file of [exports["."].default.default, exports["."].workerd.default]) {
    const { pipeline, Tokenizer } = await import(pathToFileURL(path.join(root, file)).href);
    for (const call of [() => pipeline("ner"), () => Tokenizer.load()]) {
      await expect(call()).rejects.toMatchObject({
        code: "environment",
        message: expect.stringMatching(
          /^expected module workers .*, found no Worker in .*: call it/,
        ),
      });
    }
  }
});

test("a bundler of a server has nothing to resolve and nothing to copy", async () => {
  const entries = [exports["."].node.default, exports["./worker"].node];
  const { warnings, metafile } = await build({
    entryPoints: entries.map((file) => path.join(root, file)),
    bundle: true,
    platform: "node",
    format: "esm",
    outdir: "unused",
    write: false,
    metafile: true,
    logLevel: "silent",
    // Any package by its name: none may be looked for.
    plugins: [
      {
        name: "packages",
        setup({ onResolve }) {
          onResolve({ filter: /^onnxruntime/ }, ({ path: name }) => ({ errors: [{ text: name }] }));
        },
      },
    ],
  });
  expect(warnings).toEqual([]);
  expect(Object.keys(metafile.inputs).filter((file) => !/\.m?js$/.test(file))).toEqual([]);
  // Literal addresses, which webpack and Turbopack follow.
  const texts = Object.keys(metafile.inputs).map((file) => readFileSync(file, "utf8"));
  expect(texts.filter((text) => /new URL\(\s*["'`][^)]*,\s*import\.meta\.url/.test(text))).toEqual(
    [],
  );
});
