// SPDX-License-Identifier: Apache-2.0
//
// The process of cold_start_node.mjs: `TEXT THREADS`, or nothing to compile the core alone.
import { timeStart } from "./cold_start_steps.mjs";

const [text, threads] = process.argv.slice(2);
if (text === undefined) {
  const { compileCore } = await import("../../dist/wasm/js/core/compile.js");
  const { readAsset } = await import("../../dist/node/files/folder.js");
  const begin = performance.now();
  await compileCore(readAsset);
  console.log(JSON.stringify(performance.now() - begin));
} else {
  const load = () => import("../../dist/node/index.js");
  const options = { threads: threads === "auto" ? "auto" : Number(threads) };
  console.log(JSON.stringify(await timeStart(load, text, options)));
}
