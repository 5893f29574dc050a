// SPDX-License-Identifier: Apache-2.0
// Bundlers that leave addresses alone: the package's files are copied, and named.

import { html } from "./page.mjs";

const main = `import { run } from "./app.js";
run({ wasm_url: "/ner/wasm/", worker_url: "/ner/web/worker.js", model_url: "/ner/model/" });`;

const copies = [
  ["dist/wasm", "out/ner/wasm"],
  ["dist/web", "out/ner/web"],
  ["models/default", "out/ner/model"],
];

const files = { "out/index.html": html("/main.js"), "main.js": main };

export const projects = {
  esbuild: {
    install: ["esbuild@0.28"],
    files,
    build: ["esbuild", "main.js", "--bundle", "--format=esm", "--outfile=out/main.js"],
    copies,
    serve: "out",
  },
  rollup: {
    install: ["rollup@4", "@rollup/plugin-node-resolve@16"],
    files,
    build: [
      "rollup",
      "main.js",
      "-f",
      "es",
      "-p",
      "node-resolve={browser:true}",
      "-o",
      "out/main.js",
    ],
    copies,
    serve: "out",
  },
};
