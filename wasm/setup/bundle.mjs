// SPDX-License-Identifier: Apache-2.0
//
// dist/web: the browser's half, as modules that import nothing but what has an address at run time.
// Addresses of the package's other files stay literals, `new URL(…, import.meta.url)`,
// which is what the bundlers of pages look for.
import { createHash } from "node:crypto";
import { readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { build } from "esbuild";

import { execute, tail } from "./command.mjs";
import { SetupError } from "./errors.mjs";
import { repository } from "./paths.mjs";
import { insertColumns } from "./source-map.mjs";

export async function bundleWeb() {
  await rm(join(repository, "dist/web"), { recursive: true, force: true });
  await declareTypes();
  const embedded = JSON.stringify(await embeddedFiles());
  await bundle("index", "web/index.ts", {});
  // Most of it is index.js again, whose map has its sources.
  await bundle("transformers", "web/transformers.ts", { sourcemap: false });
  await bundle("worker", "web/worker.ts", { define: { EMBEDDED_FILES: embedded } });
  // Its lists of names are a file beside it, which few need.
  await bundle("masking", "wasm/js/masking/index.ts", { sourcemap: false, plugins: [keepNames] });
  await bundle("forms", "wasm/js/forms/index.ts", { sourcemap: false });
  await bundle("pseudonyms", "wasm/js/pseudonyms/index.ts", { sourcemap: false, charset: "utf8" });
  await bundle("edge", "web/element/edge.ts", { sourcemap: false });
  // Beside the WebAssembly that it starts: one folder, which `wasm_url` names, has all of it.
  await bundle("eval", "wasm/js/eval/evaluate.ts", { outdir: "dist/wasm", sourcemap: false });
  await bundle("webgpu", "wasm/js/device/index.ts", {});
  await bundle("names", "wasm/js/names/index.ts", { sourcemap: false });
  await bundle("recognizers", "wasm/js/recognizers/public.ts", { sourcemap: false });
  await markImports(join(repository, "dist/web/worker.js"), 3);
  await markImports(join(repository, "dist/web/index.js"), 1);
}

function bundle(name, source, options) {
  return build({
    absWorkingDir: repository,
    entryPoints: { [name]: source },
    outdir: "dist/web",
    bundle: true,
    format: "esm",
    target: "es2022",
    minify: true,
    sourcemap: "linked",
    legalComments: "none", // NOTICE names what is inlined
    logLevel: "error",
    ...options,
  });
}

const keepNames = {
  name: "keep-names",
  setup({ onResolve }) {
    onResolve({ filter: /^\.\.\/pseudonyms\/index\.js$/ }, () => ({
      path: "./pseudonyms.js",
      external: true,
    }));
  },
};

const marks = "/* webpackIgnore: true *//* @vite-ignore */";

/**
 * Tells bundlers to leave alone the imports whose address is only known at run time: the core's
 * glue, ONNX Runtime and webgpu.js; in the page's module the glue of eval. esbuild drops the comments that say so with the white space.
 */
async function markImports(file, count) {
  let text = await readFile(file, "utf8");
  const map = JSON.parse(await readFile(`${file}.map`, "utf8"));
  const places = [...text.matchAll(/\bimport\((?=[\w$]+\))/g)];
  if (places.length !== count) {
    throw new SetupError(
      `${file}: expected ${count} imports of a variable, found ${places.length}`,
    );
  }
  for (const { index, 0: word } of places.reverse()) {
    const at = index + word.length;
    const lines = text.slice(0, at).split("\n");
    const column = lines.at(-1).length;
    map.mappings = insertColumns(map.mappings, lines.length - 1, column, marks.length);
    text = text.slice(0, at) + marks + text.slice(at);
  }
  await writeFile(file, text);
  await writeFile(`${file}.map`, JSON.stringify(map));
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
