// SPDX-License-Identifier: Apache-2.0

export const projects = {
  plain: {
    install: [],
    files: {
      "index.html": `<!doctype html><link rel="icon" href="data:,"><title></title>
<script type="importmap">{"imports": {"xlmr-ner": "/node_modules/xlmr-ner/dist/web/index.js"}}</script>
<script type="module">import { run } from "/app.js"; run();</script>`,
    },
    serve: ".",
  },
};
