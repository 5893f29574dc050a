// SPDX-License-Identifier: Apache-2.0
// Nuxt, served by its own server: the widget, which the server renders, and pipeline() in a page and in a
// route of the server. Vue is told that `ner-widget` is no component of its own, as for every custom element.

import { findStatement, right, sentence } from "./sarah.mjs";

const files = {
  "nuxt.config.ts": `export default defineNuxtConfig({
  telemetry: false,
  vue: { compilerOptions: { isCustomElement: (tag) => tag === "ner-widget" } },
});`,
  "app/pages/index.vue": `<script setup>
import "xlmr-ner/vue";
</script>
<template>
  <ner-widget text="${sentence}" :hiddenLabels.prop="['ORG']"></ner-widget>
</template>`,
  "app/pages/client.vue": `<script setup>
import { onMounted, ref } from "vue";
import { pipeline } from "xlmr-ner";
const shown = ref("");
onMounted(async () => {${findStatement}
  shown.value = found;
});
</script>
<template>
  <p>{{ shown }}</p>
</template>`,
  "server/routes/server.ts": `import { pipeline } from "xlmr-ner";
export default defineEventHandler(async () => {${findStatement}
  return \`<p>\${found}</p>\`;
});`,
};

export const projects = {
  nuxt: {
    node: 24,
    // Nuxt 4.5.2 does not build with Vite 8.4.
    install: ["nuxt@4", "vite@8.2"],
    files,
    build: ["nuxt", "build"],
    start: ["node", ".output/server/index.mjs"],
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
