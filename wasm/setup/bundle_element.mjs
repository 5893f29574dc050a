// SPDX-License-Identifier: Apache-2.0
//
// The widget in dist/web: ner-widget.js has the class and all it needs but the pipeline, element.js
// registers it. They import each other and index.js as files, so that a page loads nothing twice. What
// few visitors use is in files of its own, which ner-widget.js imports when it is asked for: text.js
// reads files that are dropped, code.js writes code, card_reader.js has the examples, mask_view.js shows the
// masked text by masking.js, which programs import as well. A server may import them: see web/element/server_scope.ts. Beside them their manifest, and the types that templates of
// React, Vue and Svelte need.
import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { build } from "esbuild";

import { declareElement } from "./element_types.mjs";
import { SetupError } from "./errors.mjs";
import { repository } from "./paths.mjs";
import { dropUnreachableTypes } from "./public_types.mjs";

/** Modules that stay files of their own, by the specifier of their source. */
const files = {
  "../index.js": "./index.js",
  "./index.js": "./ner-widget.js",
  "./card_reader.js": "./card_reader.js",
  "./code.js": "./code.js",
  "./text.js": "./text.js",
  "./mask_view.js": "./mask_view.js",
  "../../wasm/js/masking/index.js": "./masking.js",
};

const keepFiles = {
  name: "keep-files",
  setup({ onResolve }) {
    onResolve({ filter: /^\.\.?\/.*\.js$/ }, ({ path }) => {
      const file = files[path];
      return file === undefined ? undefined : { path: file, external: true };
    });
  },
};

export async function bundleElement() {
  await build({
    absWorkingDir: repository,
    entryPoints: {
      element: "web/element/element.ts",
      "ner-widget": "web/element/index.ts",
      card_reader: "web/element/card_reader.ts",
      code: "web/element/code.ts",
      text: "web/element/text.ts",
      mask_view: "web/element/mask_view.ts",
    },
    outdir: "dist/web",
    bundle: true,
    format: "esm",
    target: "es2022",
    minify: true,
    legalComments: "none", // NOTICE names what is inlined
    logLevel: "error",
    define: { EMBEDDED_LANGUAGES: JSON.stringify(await embeddedLanguages()) },
    plugins: [keepFiles],
    inject: ["web/element/server_scope.ts"],
  });
  await declareElement();
  await dropUnreachableTypes();
}

/** The languages that the embedded model's card names, as that is not fetched by pages. */
export async function embeddedLanguages() {
  const card = await readFile(join(repository, "models/default/README.md"), "utf8");
  const list = /^language: \[(.*)\]$/m.exec(card)?.[1];
  if (list === undefined) {
    throw new SetupError("models/default/README.md: expected `language: […]`, found none");
  }
  return list.split(",").map((each) => each.trim().replaceAll('"', ""));
}
