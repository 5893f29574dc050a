// SPDX-License-Identifier: Apache-2.0

import { setTimeout as sleep } from "node:timers/promises";

import { defaultLimits } from "../../wasm/js/hub/transport.js";
import type { Transport } from "../../wasm/js/hub/transport.js";
import { newHash } from "./blob.js";

export const nodeTransport: Transport = {
  fetch: (url, init) => fetch(url, init),
  redirect: "manual",
  now: () => performance.now(),
  sleep: async (milliseconds, signal) => {
    await sleep(milliseconds, undefined, { signal }).catch(() => {
      signal.throwIfAborted();
    });
  },
  createHash: newHash,
  limits: defaultLimits,
  hints: {
    endpoint: "HF_ENDPOINT",
    passToken: "pass a token (option token, HF_TOKEN, or hf auth login)",
    unreachable: (isHub) =>
      isHub
        ? "check the connection, the proxy and HF_ENDPOINT"
        : "check the address, the connection and the proxy",
  },
};
