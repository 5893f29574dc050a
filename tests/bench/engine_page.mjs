// SPDX-License-Identifier: Apache-2.0
// The page of engine_chromium.mjs: `ask` hands a message to the worker and resolves to its answer.
const worker = new Worker("/tests/bench/engine_worker.mjs", { type: "module" });

globalThis.ask = (message) =>
  new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => {
      if (data.error === undefined) resolve(data);
      else reject(new Error(data.error));
    };
    worker.onerror = ({ message: why }) => reject(new Error(why));
    worker.postMessage(message);
  });
