// SPDX-License-Identifier: Apache-2.0
// The package's types in a program that is strict and does not skip the check of libraries, with the
// installed TypeScript; `npm run e2e:types` does the same with every version from 5.4 on.

import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import ts from "typescript";

import { modes } from "../types/modes.mjs";
import { addPackage, linkPackage, makeConsumer } from "../types/project.mjs";

jest.setTimeout(120_000);
const version = Number(ts.versionMajorMinor);
const sources = new Map();

let folder;
beforeAll(async () => {
  folder = makeConsumer();
  await addPackage(folder);
  for (const name of ["@types/node", "@types/react", "custom-elements-manifest"])
    linkPackage(folder, name);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What the compiler says about the program's files and the package's, one line each. */
function compile(files, compilerOptions) {
  const config = { compilerOptions, files };
  const { options, errors } = ts.parseJsonConfigFileContent(config, ts.sys, folder);
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  // Sixteen programs read the same libraries. How modules are found is kept in a program, not in a file.
  host.getSourceFile = (name, settings, ...rest) => {
    if (isOwn(name)) return getSourceFile.call(host, name, settings, ...rest);
    const key = `${name} ${settings.impliedNodeFormat ?? ""}`;
    const file = sources.get(key) ?? getSourceFile.call(host, name, settings, ...rest);
    sources.set(key, file);
    return file;
  };
  const roots = files.map((file) => path.join(folder, file));
  const program = ts.createProgram(roots, options, host);
  const own = program.getSourceFiles().filter(({ fileName }) => isOwn(fileName));
  const diagnostics = [
    ...errors,
    ...program.getOptionsDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...own.flatMap((file) => program.getSyntacticDiagnostics(file)),
    ...own.flatMap((file) => program.getSemanticDiagnostics(file)),
  ];
  return diagnostics.map(({ file, start, messageText }) => {
    const { line } = file?.getLineAndCharacterOfPosition(start) ?? {};
    const where = file === undefined ? "" : `${path.relative(folder, file.fileName)}:${line + 1}: `;
    return where + ts.flattenDiagnosticMessageText(messageText, "\n");
  });
}

function isOwn(file) {
  return file.startsWith(folder);
}

test.each(modes(version))("$name", ({ files, compilerOptions }) => {
  expect(compile(files, compilerOptions)).toEqual([]);
});

test("a program without React, Vue or Svelte has nothing to do with them", () => {
  const [mode] = modes(version).filter(({ name }) => name === "bundler, the DOM");
  const files = mode.files.filter((file) => file !== "react.tsx");
  const paths = { react: ["./nowhere"], vue: ["./nowhere"], "svelte/*": ["./nowhere"] };
  expect(compile(files, { ...mode.compilerOptions, paths })).toEqual([]);
});

test("the shipped manifest has the form that the manifest's own types describe", () => {
  const { compilerOptions } = modes(version).find(({ name }) => name === "bundler, the DOM");
  const read = (file) => readFileSync(path.join(folder, "node_modules/xlmr-ner", file), "utf8");
  const manifest = JSON.parse(read(JSON.parse(read("package.json")).customElements));
  const [widget] = manifest.modules[0].declarations;
  manifest.modules[0].declarations = [];
  const check = (element) => {
    const source = `import type * as cem from "custom-elements-manifest";
type Members = { members: (cem.CustomElementField | cem.ClassMethod)[] };
export const element: Omit<cem.CustomElementDeclaration, "members"> & Members = ${JSON.stringify(element)};
export const manifest: cem.Package = ${JSON.stringify(manifest)};`;
    writeFileSync(path.join(folder, "manifest.ts"), source);
    return compile(["manifest.ts"], { ...compilerOptions, exactOptionalPropertyTypes: false });
  };
  expect(check(widget)).toEqual([]);
  expect(check({ ...widget, cssStates: [{ nome: "loading" }] })).toHaveLength(1);
});
