// SPDX-License-Identifier: Apache-2.0

import type { DeviceName } from "../base/types.js";
import type { DeviceType } from "./option_types.js";

/** Where we compute for each device of transformers.js 4.3.2. */
const places: Readonly<Record<DeviceType, DeviceName | "auto">> = {
  auto: "auto",
  gpu: "webgpu",
  cpu: "wasm",
  wasm: "wasm",
  webgpu: "webgpu",
  cuda: "webgpu",
  dml: "webgpu",
  coreml: "webgpu",
  webnn: "webgpu",
  "webnn-npu": "webgpu",
  "webnn-gpu": "webgpu",
  "webnn-cpu": "wasm",
};

/** Devices that are what they become, by another name. */
const same: readonly string[] = ["auto", "gpu", "cpu", "wasm", "webgpu"];

/** Where to compute, and what to say where that is another place than was asked for. */
export interface Placed {
  device: DeviceName | "auto";
  remark: string | undefined;
}

/**
 * The nearest device that there is here. Nothing said is WebAssembly, as it is there in browsers.
 *
 *     nearestDevice("cuda") // { device: "webgpu", remark: "device 'cuda' is 'webgpu' here" }
 */
export function nearestDevice(wanted: string | undefined): Placed {
  if (wanted === undefined) return { device: "wasm", remark: undefined };
  const device = Object.hasOwn(places, wanted) ? places[wanted as DeviceType] : "wasm";
  const remark = same.includes(wanted) ? undefined : `device '${wanted}' is '${device}' here`;
  return { device, remark };
}
