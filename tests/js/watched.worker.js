// SPDX-License-Identifier: Apache-2.0
// The package's worker, which also says when it pauses, to hear of a cancel, and when it heard of one:
// { type: "watched", event: "pause" | "cancel" }. It pauses before each part of a computation, however fast
// the machine is: by its clock every part takes a second.

import { parentPort } from "node:worker_threads";

import "../../dist/node/worker.js";

const say = (event) => parentPort.postMessage({ type: "watched", event });

let now = 0;
performance.now = () => (now += 1000);

const { MessageChannel } = globalThis;
globalThis.MessageChannel = class extends MessageChannel {
  constructor() {
    super();
    say("pause"); // the Pacer's channels, and no one else's
  }
};
parentPort.on("message", ({ type }) => {
  if (type === "cancel") say("cancel");
});
