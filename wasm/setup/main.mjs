// SPDX-License-Identifier: Apache-2.0
//
// npm's `prepare` step, and `npm run build`: makes dist/ from the checkout. At once done, without
// toolchain or network, where nothing has changed since.
//
//   node wasm/setup/main.mjs            the package
//   node wasm/setup/main.mjs native     the third-party libraries for another platform (native, asan)
import { buildContext } from "./context.mjs";
import { runMain } from "./errors.mjs";
import { ensureLibraries } from "./libraries.mjs";
import { ensurePackage } from "./package.mjs";

await runMain(async (platforms) => {
  if (platforms.length === 0) return ensurePackage();
  const context = await buildContext();
  for (const platform of platforms) await ensureLibraries(platform, context);
});
