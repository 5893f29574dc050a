// SPDX-License-Identifier: Apache-2.0
// The layering holds, and the check that says so can fail.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { expect, test } from "@jest/globals";

import { layerBreaches } from "../../wasm/setup/layers.mjs";

test("no part of this repository uses a part above it", async () => {
  expect(await layerBreaches(fileURLToPath(new URL("../..", import.meta.url)))).toEqual([]);
});

test("each direction that is not allowed is found", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "xlmr-ner-layers-"));
  const files = {
    "src/base/a.h": '#include "ner/b.h"\n',
    "src/engine/c.h": '#include "text/d.h"\n#include "engine/e.h"\n#include "base/a.h"\n',
    "src/ner/b.h": '#include "base/a.h"\n#include "engine/c.h"\n#include "text/d.h"\n',
    "src/text/d.h": '#include "engine/c.h"\n#include <string>\n',
    "wasm/js/a.ts": "import { readFile } from 'node:fs/promises';\nimport { b } from './b.js';\n",
    "wasm/js/d.ts": 'import { e } from "../../web/e.js";\n',
    "web/e.ts": 'import { d } from "../wasm/js/d.js";\nimport { c } from "../node/c.js";\n',
    "wasm/js/b.ts": "export { c } from '../../node/c.js';\n",
    "node/c.ts": "import { b } from '../wasm/js/b.js';\nimport 'node:fs';\n",
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.join(folder, path.dirname(name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  expect((await layerBreaches(folder)).sort()).toEqual([
    "src/base/a.h: uses ner/b.h",
    "src/engine/c.h: uses text/d.h",
    "src/text/d.h: uses engine/c.h",
    "wasm/js/a.ts: uses node:fs/promises",
    "wasm/js/b.ts: uses ../../node/c.js",
    "wasm/js/d.ts: uses ../../web/e.js",
    "web/e.ts: uses ../node/c.js",
  ]);
  rmSync(folder, { recursive: true });
});
