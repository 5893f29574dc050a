// SPDX-License-Identifier: Apache-2.0
import { mkdir, readlink, rm, symlink } from "node:fs/promises";
import { join } from "node:path";

/**
 * Makes node_modules/.bin/xlmr-ner. npm links the commands of what is installed in a checkout, not
 * the checkout's own: for that one npx makes a folder in its cache, builds the checkout again, and
 * fails for ever after once it was interrupted. `package` in .npmrc names what is here already, so
 * that npx makes no such folder and finds the link.
 */
export async function linkCommand(checkout) {
  const folder = join(checkout, "node_modules/.bin");
  const path = join(folder, "xlmr-ner");
  const target = "../../wasm/setup/checkout-command.mjs";
  if ((await readlink(path).catch(() => undefined)) === target) return;
  await mkdir(folder, { recursive: true });
  await rm(path, { force: true });
  await symlink(target, path);
}
