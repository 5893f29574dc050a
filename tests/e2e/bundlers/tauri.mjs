// SPDX-License-Identifier: Apache-2.0
// The page of a Tauri program, built by Vite, as WebView2 has it on Windows, which is Chromium: at
// http://tauri.localhost, under the policy and the headers of tauri.conf.json. The program around it is
// Rust with the system's web view; it is not built here.

import { join } from "node:path";

import { startServer } from "../server.js";
import { html } from "./page.mjs";
import { findStatement, right, sentence } from "./sarah.mjs";

/** What tauri.conf.json has to say: WebAssembly may be compiled, the worker may start. */
const csp =
  "default-src 'self' ipc: http://ipc.localhost; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'";

const files = {
  "index.html": html("/main.js"),
  "main.js": `import { pipeline } from "xlmr-ner";${findStatement}
document.body.append(Object.assign(document.createElement("p"), { textContent: found }));`,
  "widget.html": `${html("/widget.js")}<ner-widget text="${sentence}"></ner-widget>`,
  "widget.js": `import "xlmr-ner/element";`,
  "vite.config.js": `export default {
  clearScreen: false,
  build: { target: "chrome105", rollupOptions: { input: ["index.html", "widget.html"] } },
};`,
};

const looks = [
  { path: "/index.html", says: right },
  { path: "/widget.html", marks: ["Sarah", "London"] },
];

export const projects = {
  "tauri-page": {
    install: ["vite@8"],
    files,
    build: ["vite", "build", "--outDir", "out"],
    judge: async ({ folder, look }) => {
      const server = await startServer({
        folders: { "": join(folder, "out") },
        isolated: true,
        csp,
      });
      // Browsers take every name below localhost for this machine.
      const at = server.url.replace("127.0.0.1", "tauri.localhost");
      try {
        const problems = [];
        for (const wanted of looks) problems.push((await look({ ...wanted, at })) ?? []);
        return problems.flat().length === 0 ? undefined : problems.flat().join("\n");
      } finally {
        await server.close();
      }
    },
  },
};
