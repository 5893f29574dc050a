// SPDX-License-Identifier: Apache-2.0
// Fetches a model in a process of its own, which the test may kill: hub_pull.child.js MODEL

import { checkRemoteOptions } from "#js/options/remote_options.js";
import { fetchModel } from "#js/weights/fetch_model.js";
import { openModel } from "../../dist/node/hub/open_model.js";

const [model] = process.argv.slice(2);
const options = { signal: new AbortController().signal, onProgress: () => {} };
const files = await openModel(model, checkRemoteOptions({}), options);
await fetchModel(files, { backend: "auto", dtype: "auto" }, options);
