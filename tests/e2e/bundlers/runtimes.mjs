// SPDX-License-Identifier: Apache-2.0
// Deno and Bun, which run what Node runs, and Cloudflare's runtime, whose own message is looked for.

import { findStatement, right } from "./sarah.mjs";

const program = `import { pipeline } from "xlmr-ner";${findStatement}
console.log(found);`;

const worker = `import { pipeline } from "xlmr-ner";
import { NerWidget } from "xlmr-ner/element";
export default {
  async fetch() {${findStatement}
    return new Response(typeof NerWidget + " " + found);
  },
};`;

/** As wrangler bundles a worker, with the conditions that it has. */
const bundled = `import { build } from "esbuild";
import { Miniflare } from "miniflare";
const { outputFiles } = await build({
  entryPoints: ["worker.js"],
  bundle: true,
  format: "esm",
  conditions: ["workerd", "worker", "browser"],
  write: false,
});
const script = outputFiles[0].text;
const runtime = new Miniflare({ modules: true, script, compatibilityDate: "2026-04-01" });
console.log(await (await runtime.dispatchFetch("http://localhost/")).text());
await runtime.dispose();`;

export const projects = {
  deno: {
    install: ["deno@2"],
    files: { "main.mjs": program },
    run: ["deno", "run", "--allow-all", "main.mjs"],
    says: right,
  },
  bun: {
    install: ["bun@1"],
    files: { "main.mjs": program },
    run: ["bun", "run", "main.mjs"],
    says: right,
  },
  workerd: {
    install: ["miniflare@4", "esbuild@0.28"],
    files: { "worker.js": worker, "main.mjs": bundled },
    run: ["node", "main.mjs"],
    says: /^function EnvironmentError: .*found no Worker in Cloudflare-Workers: call it in a page/,
  },
};
