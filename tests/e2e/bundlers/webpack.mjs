// SPDX-License-Identifier: Apache-2.0

import { html, plain } from "./page.mjs";

export const projects = {
  webpack: {
    install: ["webpack@5", "webpack-cli@7"],
    files: { "out/index.html": html("/main.js"), "main.js": plain },
    build: ["webpack", "--mode", "production", "--entry", "./main.js", "--output-path", "out"],
    serve: "out",
  },
};
