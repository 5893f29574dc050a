// SPDX-License-Identifier: Apache-2.0
//
// The widget in dist/web: ner-widget.js has the class and all it needs but the pipeline, element.js
// registers it, text.js reads files that are dropped. They import each other and index.js as files, so
// that a page loads nothing twice, and text.js once there is a file. A server may import them: see
// web/element/server_scope.ts. Beside them their manifest, and the types that templates of React, Vue and
// Svelte need.
import { build } from "esbuild";

import { declareElement } from "./element_types.mjs";
import { repository } from "./paths.mjs";
import { dropUnreachableTypes } from "./public_types.mjs";

/** Modules that stay files of their own, by the specifier of their source. */
const files = {
  "../index.js": "./index.js",
  "./index.js": "./ner-widget.js",
  "./text.js": "./text.js",
};

const keepFiles = {
  name: "keep-files",
  setup({ onResolve }) {
    onResolve({ filter: /^\.\.?\/(?:index|text)\.js$/ }, ({ path }) => ({
      path: files[path],
      external: true,
    }));
  },
};

export async function bundleElement() {
  await build({
    absWorkingDir: repository,
    entryPoints: {
      element: "web/element/element.ts",
      "ner-widget": "web/element/index.ts",
      text: "web/element/text.ts",
    },
    outdir: "dist/web",
    bundle: true,
    format: "esm",
    target: "es2022",
    minify: true,
    legalComments: "none", // NOTICE names what is inlined
    logLevel: "error",
    plugins: [keepFiles],
    inject: ["web/element/server_scope.ts"],
  });
  await declareElement();
  await dropUnreachableTypes();
}
