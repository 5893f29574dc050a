// SPDX-License-Identifier: Apache-2.0
// Astro without settings, served by its adapter for Node: the widget in a page that the server renders, and
// pipeline() in a script of a page and in the server's half of another.

import { findStatement, right, sentence } from "./sarah.mjs";

const page = (body) => `<!doctype html><html lang="en"><head><meta charset="utf-8"></head>
<body>${body}</body></html>`;

const files = {
  "astro.config.mjs": `import node from "@astrojs/node";
export default { output: "server", adapter: node({ mode: "standalone" }) };`,
  "src/pages/index.astro": `---
import "xlmr-ner/element";
const text = "${sentence}";
---
${page(`<ner-widget text={text}></ner-widget>
<script>import "xlmr-ner/element";</script>`)}`,
  "src/pages/client.astro": page(`<p></p>
<script>
  import { pipeline } from "xlmr-ner";${findStatement}
  document.querySelector("p").textContent = found;
</script>`),
  "src/pages/server.astro": `---
import { pipeline } from "xlmr-ner";${findStatement}
---
${page("<p>{found}</p>")}`,
};

export const projects = {
  astro: {
    node: 24,
    install: ["astro@7", "@astrojs/node@11"],
    files,
    build: ["astro", "build"],
    start: ["node", "dist/server/entry.mjs"],
    looks: [
      { path: "/", serves: /<ner-widget text="My name is Sarah/, marks: ["Sarah", "London"] },
      { path: "/client", says: right },
      { path: "/server", says: right },
    ],
  },
};
