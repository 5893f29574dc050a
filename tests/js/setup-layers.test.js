// SPDX-License-Identifier: Apache-2.0
// The layering holds, and the check that says so can fail.

import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterEach, expect, test } from "@jest/globals";

import { findCircles } from "../../wasm/setup/circles.mjs";
import { layerBreaches } from "../../wasm/setup/layers.mjs";
import { root } from "./support.js";

const folders = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A folder with these files and all that the check wants to see. */
function treeOf(files, from) {
  const folder = mkdtempSync(path.join(tmpdir(), "xlmr-ner-layers-"));
  folders.push(folder);
  for (const name of ["src", "wasm/bind", "wasm/js", "node", "web"]) {
    if (from) cpSync(path.join(from, name), path.join(folder, name), { recursive: true });
    else mkdirSync(path.join(folder, name), { recursive: true });
  }
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.join(folder, path.dirname(name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

test("no part of this repository uses a part above it, and there is no circle", async () => {
  expect(await layerBreaches(root)).toEqual([]);
});

test("each direction that is not allowed is found", async () => {
  const folder = treeOf({
    "src/base/a.h": '#include "ner/b.h"\n',
    "src/engine/c.h":
      '#include "text/d.h"\n#include "engine/e.h"\n#include "base/a.h"\n#include "formats/f.h"\n',
    "src/formats/f.h": '#include "text/d.h"\n#include "engine/c.h"\n',
    "src/ner/b.h": '#include "base/a.h"\n#include "engine/c.h"\n#include "text/d.h"\n',
    "src/text/d.h": '#include "engine/c.h"\n#include "text/unicode/g.h"\n#include <string>\n',
    "src/text/unicode/g.h": '#include "text/d.h"\n',
    "src/new/h.h": "",
    "wasm/bind/i.cc": '#include "bind/j.h"\n#include "ner/b.h"\n#include "engine/c.h"\n',
    "wasm/js/base/a.ts":
      "import { readFile } from 'node:fs/promises';\nimport { b } from './b.js';\n",
    "wasm/js/base/b.ts": "export { c } from '../../../node/c.js';\n",
    "wasm/js/core/d.ts": 'import type { e } from "../../../web/e.js";\n',
    "wasm/js/core/f.ts": 'import type { h } from "../worker/h.js";\nimport "../base/a.js";\n',
    "wasm/js/worker/h.ts": 'await import("../device/k.js");\nimport { lit } from "lit";\n',
    "web/e.ts": 'import { d } from "../wasm/js/core/d.js";\nimport { c } from "../node/c.js";\n',
    "web/l.ts": 'import { m } from "./element/m.js";\n',
    "node/c.ts": "import { b } from '../wasm/js/base/b.js';\nimport 'node:fs';\n",
    "node/files/n.ts": "import { c } from '../c.js';\n",
  });
  const breaches = await layerBreaches(folder);
  expect(breaches.filter((breach) => !breach.startsWith("circle: ")).sort()).toEqual([
    "node/files/n.ts: uses ../c.js",
    "src/base/a.h: uses ner/b.h",
    "src/engine/c.h: uses text/d.h",
    "src/formats/f.h: uses engine/c.h",
    "src/formats/f.h: uses text/d.h",
    "src/ner/b.h: uses engine/c.h",
    "src/new/h.h: is in a folder without a layer",
    "src/text/d.h: uses engine/c.h",
    "src/text/unicode/g.h: uses text/d.h",
    "wasm/js/base/a.ts: uses node:fs/promises",
    "wasm/js/base/b.ts: uses ../../../node/c.js",
    "wasm/js/core/d.ts: uses ../../../web/e.js",
    "wasm/js/core/f.ts: uses ../worker/h.js",
    "wasm/js/worker/h.ts: uses ../device/k.js",
    "web/e.ts: uses ../node/c.js",
    "web/l.ts: uses ./element/m.js",
  ]);
});

test("an upward import and a circle of types that are planted in this repository are found", async () => {
  const folder = treeOf(
    {
      "wasm/js/core/planted.ts": 'import type { Handlers } from "../worker/handlers.js";\n',
      "wasm/js/base/one.ts": 'import type { Two } from "./two.js";\nexport type One = Two;\n',
      "wasm/js/base/two.ts": 'import type { One } from "./one.js";\nexport type Two = One;\n',
    },
    root,
  );
  expect(await layerBreaches(folder)).toEqual([
    "wasm/js/core/planted.ts: uses ../worker/handlers.js",
    "circle: wasm/js/base/one.ts -> wasm/js/base/two.ts -> wasm/js/base/one.ts",
  ]);
});

test.each([
  ["none", { a: ["b", "c"], b: ["c"], c: [] }, []],
  [
    "one with a way in and a way out",
    { a: ["b"], b: ["d", "c"], c: ["b"], d: [] },
    [["b", "c", "b"]],
  ],
  ["itself", { a: ["a"] }, [["a", "a"]]],
  [
    "two",
    { a: ["b"], b: ["a"], c: ["d"], d: ["c", "a"] },
    [
      ["a", "b", "a"],
      ["c", "d", "c"],
    ],
  ],
  ["a file that is not there", { a: ["b"] }, []],
])("circles: %s", (_, imports, circles) => {
  expect(findCircles(new Map(Object.entries(imports)))).toEqual(circles);
});
