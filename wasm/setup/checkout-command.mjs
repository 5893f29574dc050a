#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
//
// What `npx xlmr-ner` runs in a checkout, by the link that link-command.mjs makes: the command that
// was built here. It builds nothing.
import { existsSync } from "node:fs";

const command = new URL("../../dist/node/cli/main.js", import.meta.url);
if (existsSync(command)) {
  await import(command);
} else {
  process.stderr.write("xlmr-ner: this checkout is not built yet: run `npm install` first.\n");
  process.exitCode = 1;
}
