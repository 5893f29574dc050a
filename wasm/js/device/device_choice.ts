// SPDX-License-Identifier: Apache-2.0

import type { Backend } from "../backends/backend.js";
import type { DeviceName } from "../base/types.js";
import type { Core } from "../core/core.js";
import type { DeviceChoices } from "../worker/load_types.js";
import { maxTokensOf } from "../worker/tagger.js";
import { labelsOf, sentenceWindows } from "../worker/verification.js";

export interface DeviceChoice {
  device: DeviceName;
  reason: string;
}

/** Says which of the two could not compute while both were measured; `cause` is why. */
export class DeviceFailure extends Error {
  readonly device: DeviceName;

  constructor(device: DeviceName, cause: unknown) {
    super(`${device} failed while it was measured`, { cause });
    this.device = device;
  }
}

/** Tokens of the window that is timed: a sentence or three. */
const tokens = 128;

const runs = 3;

/**
 * The share of tokens that must have the same label for a GPU to be trusted: half precision and int8
 * differ in fewer.
 */
const leastAgreement = 0.9;

const sample =
  "Angela Merkel besuchte im Juli 2015 mit François Hollande die Stadt Paris, bevor sie nach Tokio flog. ";

/**
 * Times both on this machine. Each has run once before, for what only the first time costs. A driver
 * may compute wrongly without a word, so a GPU that gives other labels is none. Rejects with a
 * DeviceFailure where one of them fails.
 */
export async function measureDevices(
  core: Core,
  backends: Readonly<Record<DeviceName, Backend>>,
  signal: AbortSignal,
): Promise<DeviceChoice> {
  const { wasm: onWasm, webgpu: onGpu } = backends;
  const maxTokens = Math.min(tokens, maxTokensOf(core, onWasm), maxTokensOf(core, onGpu));
  const options = { ...sentenceWindows(maxTokens), windowing: "truncated" as const };
  const [windows] = core.windows([sample.repeat(tokens / 16)], options);
  if (windows === undefined) return { device: "wasm", reason: "there was nothing to time" };
  const names = core.labels();
  const run = (device: DeviceName): Promise<Float32Array> =>
    backends[device].forward(windows, signal).catch((cause: unknown) => {
      throw new DeviceFailure(device, cause);
    });
  const expected = labelsOf(await run("wasm"), names);
  const found = labelsOf(await run("webgpu"), names);
  const count = expected.length;
  const same = expected.filter((label, i) => label === found[i]).length;
  if (same < leastAgreement * count) {
    return {
      device: "wasm",
      reason: `webgpu gives ${count - same} of ${count} tokens other labels`,
    };
  }
  const wasm = await timeOf(() => run("wasm"));
  const webgpu = await timeOf(() => run("webgpu"));
  const device = webgpu < wasm ? "webgpu" : "wasm";
  const times = `${webgpu.toFixed(1)} ms on webgpu, ${wasm.toFixed(1)} ms on wasm`;
  return { device, reason: `measured on this machine: ${times} for ${count} tokens` };
}

/** The middle one of several, in ms. */
async function timeOf(run: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < runs; i++) {
    const begin = performance.now();
    await run();
    times.push(performance.now() - begin);
  }
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
}

/** Undefined where nothing is kept, or something else. A store that cannot be read is none. */
export async function recallChoice(
  choices: DeviceChoices | undefined,
  key: string,
): Promise<DeviceChoice | undefined> {
  try {
    const text = await choices?.get(key);
    if (text === undefined) return undefined;
    const { device, reason } = JSON.parse(text) as Partial<DeviceChoice>;
    if ((device !== "wasm" && device !== "webgpu") || typeof reason !== "string") return undefined;
    return { device, reason };
  } catch {
    return undefined;
  }
}

export async function keepChoice(
  choices: DeviceChoices | undefined,
  key: string,
  choice: DeviceChoice,
): Promise<void> {
  await choices?.set(key, JSON.stringify(choice)).catch(() => undefined);
}
