// SPDX-License-Identifier: Apache-2.0
import { buildPackage } from "./build.mjs";
import { buildContext } from "./context.mjs";
import { linkCommand } from "./link-command.mjs";
import { say } from "./log.mjs";
import { repository } from "./paths.mjs";
import { isCurrent, writeStamp } from "./stamp.mjs";

/** Makes dist/ from the checkout, unless it is that already, and the command that npx finds. */
export async function ensurePackage() {
  await linkCommand(repository); // first: where the build fails, the command says that it did
  if (await isCurrent(repository)) return;
  const context = await buildContext();
  say(`using ${context.toolchain.describe}`);
  await buildPackage(context);
  await writeStamp(repository);
  say('the package is ready: npx xlmr-ner "Angela Merkel besuchte im Juli Paris."');
}
