// SPDX-License-Identifier: Apache-2.0
// What projects of several bundlers share: pages, and how they start.

import { readFileSync } from "node:fs";

export const html = (script) =>
  `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title></title>
<script type="module" src="${script}"></script>`;

/** A bundler that finds the package's files needs to be told nothing. */
export const plain = `import { run } from "./app.js"; run();`;

/** Files of an example of the repository, by name. */
export const example = (name, ...files) =>
  Object.fromEntries(
    files.map((file) => [
      file,
      readFileSync(new URL(`../../../examples/${name}/${file}`, import.meta.url), "utf8"),
    ]),
  );
