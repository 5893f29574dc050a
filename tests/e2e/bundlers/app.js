// SPDX-License-Identifier: Apache-2.0
// The application that every bundler builds: what was found in one sentence, in WebAssembly and on the
// GPU, as the page's title.
import { pipeline } from "xlmr-ner";

const onnxruntime_url = new URL(location.href).searchParams.get("onnxruntime");

async function find(options) {
  const classify = await pipeline("ner", undefined, options);
  const [{ entity_group, word }] = await classify("Angela Merkel besuchte im Juli Paris.", {
    aggregation_strategy: "simple",
  });
  const { threads, device, device_reason } = classify.info();
  await classify.dispose();
  // What was asked for, or why it is not that.
  return {
    entity_group,
    word,
    threads,
    device: device === options.device ? device : device_reason,
  };
}

export async function run(options) {
  try {
    const wasm = await find({ ...options, threads: 2, device: "wasm" });
    const webgpu = await find({ ...options, threads: 2, device: "webgpu", onnxruntime_url });
    document.title = JSON.stringify({ wasm, webgpu });
  } catch (error) {
    document.title = JSON.stringify({ error: `${error.name}: ${error.message}` });
  }
}
