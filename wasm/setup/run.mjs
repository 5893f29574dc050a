// SPDX-License-Identifier: Apache-2.0
//
// Runs a command where the toolchain is, in the checkout:
//   node wasm/setup/run.mjs cmake --build --preset native
import { buildContext } from "./context.mjs";
import { runMain } from "./errors.mjs";

await runMain(async (command) => {
  const { toolchain } = await buildContext();
  return (await toolchain.run(command, { show: true })).status;
});
