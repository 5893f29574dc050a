// SPDX-License-Identifier: Apache-2.0
// How someone with nothing but the package would use it, by bundler: what is installed beside it, the
// project's files, the command that builds, and the folder that is then served.

import { readFileSync } from "node:fs";

const html = (script) =>
  `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title></title>
<script type="module" src="${script}"></script>`;

/** Bundlers that leave addresses alone: the package's files are copied, and named. */
const copied = {
  main: `import { run } from "./app.js";
run({ wasm_url: "/ner/wasm/", worker_url: "/ner/web/worker.js", model_url: "/ner/model/" });`,
  copies: [
    ["dist/wasm", "out/ner/wasm"],
    ["dist/web", "out/ner/web"],
    ["models/default", "out/ner/model"],
  ],
};

const viteDev = (config) =>
  `export default ${JSON.stringify({
    ...config,
    server: {
      headers: {
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Embedder-Policy": "require-corp",
      },
    },
  })};`;

const example = (name, ...files) =>
  Object.fromEntries(
    files.map((file) => [
      file,
      readFileSync(new URL(`../../../examples/${name}/${file}`, import.meta.url), "utf8"),
    ]),
  );

const plain = `import { run } from "./app.js"; run();`;

export const projects = {
  vite: {
    install: ["vite@8"],
    files: { "index.html": html("/main.js"), "main.js": plain },
    build: ["vite", "build", "--outDir", "out"],
    serve: "out",
  },
  "vite-7": {
    install: ["vite@7"],
    files: { "index.html": html("/main.js"), "main.js": plain },
    build: ["vite", "build", "--outDir", "out"],
    serve: "out",
  },
  "vite-dev": {
    install: ["vite@8"],
    files: { "index.html": html("/main.js"), "main.js": plain, "vite.config.js": viteDev({}) },
    start: ["vite", "--host", "127.0.0.1"],
  },
  // examples/vite as it is, package.json too: `shows` is what its page marks.
  "example-vite": {
    install: [],
    files: example("vite", "package.json", "index.html", "main.js", "style.css", "vite.config.js"),
    build: ["npm", "run", "build"],
    start: ["vite", "preview", "--host", "127.0.0.1"],
    shows: ["Angela Merkel", "Paris"],
  },
  // Its optimizer moves modules and leaves the files behind that they name.
  "vite-7-dev": {
    install: ["vite@7"],
    files: {
      "index.html": html("/main.js"),
      "main.js": plain,
      "vite.config.js": viteDev({ optimizeDeps: { exclude: ["xlmr-ner"] } }),
    },
    start: ["vite", "--host", "127.0.0.1"],
  },
  "vite-7-dev-optimized": {
    install: ["vite@7"],
    files: { "index.html": html("/main.js"), "main.js": plain, "vite.config.js": viteDev({}) },
    start: ["vite", "--host", "127.0.0.1"],
    error: /AssetError: .* put 'xlmr-ner' into optimizeDeps.exclude/,
  },
  webpack: {
    install: ["webpack@5", "webpack-cli@7"],
    files: { "out/index.html": html("/main.js"), "main.js": plain },
    build: ["webpack", "--mode", "production", "--entry", "./main.js", "--output-path", "out"],
    serve: "out",
  },
  esbuild: {
    install: ["esbuild@0.28"],
    files: { "out/index.html": html("/main.js"), "main.js": copied.main },
    build: ["esbuild", "main.js", "--bundle", "--format=esm", "--outfile=out/main.js"],
    copies: copied.copies,
    serve: "out",
  },
  rollup: {
    install: ["rollup@4", "@rollup/plugin-node-resolve@16"],
    files: { "out/index.html": html("/main.js"), "main.js": copied.main },
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
    copies: copied.copies,
    serve: "out",
  },
  plain: {
    install: [],
    files: {
      "index.html": `<!doctype html><link rel="icon" href="data:,"><title></title>
<script type="importmap">{"imports": {"xlmr-ner": "/node_modules/xlmr-ner/dist/web/index.js"}}</script>
<script type="module">import { run } from "/app.js"; run();</script>`,
    },
    serve: ".",
  },
};
