// SPDX-License-Identifier: Apache-2.0
//
// npm run test:asan: GoogleTest with AddressSanitizer and UndefinedBehaviorSanitizer. Arguments go to
// ctest: `npm run test:asan -- -R Pickle`.
import { buildPreset } from "./build.mjs";
import { buildContext } from "./context.mjs";
import { runMain } from "./errors.mjs";
import { ensureLibraries } from "./libraries.mjs";
import { step } from "./log.mjs";
import { repository } from "./paths.mjs";

await runMain(async (options) => {
  const context = await buildContext();
  await ensureLibraries("asan", context);
  await step("building the tests with sanitizers", () => buildPreset("asan", context.toolchain));
  const { status } = await context.toolchain.run(
    ["ctest", "--preset", "asan", "--progress", ...options],
    { cwd: repository, show: true },
  );
  return status;
});
