// SPDX-License-Identifier: Apache-2.0
// Fetches a model in a process of its own, which the test may kill: hub_pull.child.js ROOT MODEL

const [root, model] = process.argv.slice(2);
const load = (file) => import(`${root}dist/${file}`);
const [{ openModel }, { fetchModel }, { checkRemoteOptions }] = await Promise.all([
  load("node/hub/open_model.js"),
  load("wasm/js/weights/fetch_model.js"),
  load("wasm/js/options/remote_options.js"),
]);
const options = { signal: new AbortController().signal, onProgress: () => {} };
const files = await openModel(model, checkRemoteOptions({}), options);
await fetchModel(files, { backend: "auto", dtype: "auto" }, options);
