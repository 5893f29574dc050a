// SPDX-License-Identifier: Apache-2.0
// SvelteKit without settings, served by its adapter for Node: the widget, which the server renders, and
// pipeline() in a page and in a load function of the server.

import { findStatement, right, sentence } from "./sarah.mjs";

const files = {
  "package.json": '{"private": true, "type": "module"}',
  "vite.config.js": `import adapter from "@sveltejs/adapter-node";
import { sveltekit } from "@sveltejs/kit/vite";
export default { plugins: [sveltekit({ adapter: adapter() })] };`,
  "src/app.html": `<!doctype html><html lang="en"><head>%sveltekit.head%</head>
<body><div>%sveltekit.body%</div></body></html>`,
  "src/routes/+page.svelte": `<script>
  import "xlmr-ner/svelte";
</script>
<ner-widget text={"${sentence}"} hiddenLabels={["ORG"]}></ner-widget>`,
  "src/routes/client/+page.svelte": `<script>
  import { onMount } from "svelte";
  import { pipeline } from "xlmr-ner";
  let shown = $state("");
  onMount(async () => {${findStatement}
    shown = found;
  });
</script>
<p>{shown}</p>`,
  "src/routes/server/+page.server.js": `import { pipeline } from "xlmr-ner";
export async function load() {${findStatement}
  return { found };
}`,
  "src/routes/server/+page.svelte": `<script>
  const { data } = $props();
</script>
<p>{data.found}</p>`,
};

export const projects = {
  sveltekit: {
    node: 24,
    install: [
      ...["@sveltejs/kit@3", "@sveltejs/adapter-node@6", "@sveltejs/vite-plugin-svelte@7"],
      ...["svelte@5", "vite@8"],
    ],
    files,
    build: ["vite", "build"],
    start: ["node", "build/index.js"],
    looks: [
      {
        path: "/",
        serves: /<ner-widget text="My name is Sarah/,
        marks: ["Sarah", "London"],
        properties: { hiddenLabels: ["ORG"] },
      },
      { path: "/client", says: right },
      { path: "/server", says: right },
    ],
  },
};
