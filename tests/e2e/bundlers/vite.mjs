// SPDX-License-Identifier: Apache-2.0

import { example, html, plain } from "./page.mjs";

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
};
