// SPDX-License-Identifier: Apache-2.0
// A contender in a browser's worker: a { job } first, then a { request } of `forward` each time.
import { enter, inMemory } from "./engine_entrant.mjs";

let entrant;

async function answer({ job, request }) {
  if (job === undefined) return entrant.forward(request);
  const response = await fetch("/weights");
  entrant = await enter(job, inMemory(new Uint8Array(await response.arrayBuffer())));
  return entrant.ready;
}

globalThis.onmessage = ({ data }) => {
  answer(data).then(
    (value) => globalThis.postMessage(value),
    (error) => globalThis.postMessage({ error: String(error?.stack ?? error) }),
  );
};
