// SPDX-License-Identifier: Apache-2.0
//
// dist/web: the browser's half, as modules that import nothing but ONNX Runtime, and that only where a
// model needs it. Addresses of the package's other files stay literals, `new URL(…, import.meta.url)`,
// which is what the bundlers of pages look for.
import { createHash } from "node:crypto";
import { readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { build } from "esbuild";

import { execute, tail } from "./command.mjs";
import { SetupError } from "./errors.mjs";
import { repository } from "./paths.mjs";

/** The modules of dist/web, by their sources. */
const entries = ["web/index.ts", "web/worker.ts"];

export async function bundleWeb() {
  await rm(join(repository, "dist/web"), { recursive: true, force: true });
  await declareTypes();
  await build({
    absWorkingDir: repository,
    entryPoints: entries,
    outdir: "dist/web",
    bundle: true,
    format: "esm",
    target: "es2022",
    external: ["onnxruntime-web"],
    minify: true,
    lineLimit: 160,
    sourcemap: "linked",
    legalComments: "none", // NOTICE names what is inlined
    logLevel: "error",
    define: { EMBEDDED_FILES: JSON.stringify(await embeddedFiles()) },
  });
  await markImport(join(repository, "dist/web/worker.js"));
}

/**
 * Tells bundlers to leave alone the one import whose address is only known when it runs. esbuild drops
 * the comments that say so with the white space.
 */
async function markImport(file) {
  const text = await readFile(file, "utf8");
  const parts = text.split(/\bimport\((?=[\w$]+\))/);
  if (parts.length !== 2) {
    throw new SetupError(`${file}: expected one import of a variable, found ${parts.length - 1}`);
  }
  await writeFile(file, parts.join("import(/* webpackIgnore: true *//* @vite-ignore */"));
}

/** What the embedded model's files have to be when they arrive in a browser. */
async function embeddedFiles() {
  const folder = join(repository, "models/default");
  const names = (await readdir(folder)).filter((name) => !name.endsWith(".md")).sort();
  return Promise.all(
    names.map(async (path) => {
      const bytes = await readFile(join(folder, path));
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      return { path, size: bytes.length, sha256 };
    }),
  );
}

async function declareTypes() {
  const tsc = join(repository, "node_modules/typescript/bin/tsc");
  const project = join(repository, "web/tsconfig.json");
  const result = await execute([process.execPath, tsc, "--project", project]);
  if (result.status !== 0) throw new SetupError(`tsc failed:\n${tail(result, 60)}`);
}
