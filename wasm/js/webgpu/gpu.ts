// SPDX-License-Identifier: Apache-2.0

import { BackendError } from "../base/errors.js";

/**
 * Its attention shuffles among eight threads or more; with the four of SwiftShader it is wrong from 32
 * tokens on (1.30). Without subgroups it takes another way.
 */
const leastSubgroup = 8;

/** Limits that ONNX Runtime's kernels adapt to: a device has the least of each unless more is asked for. */
const limits = [
  "maxBindGroups",
  "maxBufferSize",
  "maxComputeInvocationsPerWorkgroup",
  "maxComputeWorkgroupSizeX",
  "maxComputeWorkgroupSizeY",
  "maxComputeWorkgroupSizeZ",
  "maxComputeWorkgroupStorageSize",
  "maxComputeWorkgroupsPerDimension",
  "maxStorageBufferBindingSize",
  "maxStorageBuffersPerShaderStage",
] as const satisfies readonly (keyof GPUSupportedLimits)[];

/** How long a browser may take to say that a device was lost, in ms. */
const noticeTime = 100;

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The machine's GPU, or why there is none to use. */
export async function findGpu(): Promise<Gpu | string> {
  const { navigator } = globalThis as { navigator?: { gpu?: GPU } };
  if (navigator?.gpu === undefined) return "there is no WebGPU here";
  try {
    const adapter = await navigator.gpu.requestAdapter({ powerPreference: "high-performance" });
    return adapter === null ? "WebGPU has no adapter here" : new Gpu(adapter);
  } catch (error) {
    return `WebGPU gives no adapter: ${String(error)}`;
  }
}

export class Gpu {
  readonly #adapter: GPUAdapter;

  constructor(adapter: GPUAdapter) {
    this.#adapter = adapter;
  }

  /** Whether it computes in half precision. */
  get hasFloat16(): boolean {
    return this.#adapter.features.has("shader-f16");
  }

  /** The largest tensor that a kernel can read, in bytes. */
  get maxTensor(): number {
    const { maxBufferSize, maxStorageBufferBindingSize } = this.#adapter.limits;
    return Math.min(maxBufferSize, maxStorageBufferBindingSize);
  }

  /** Tells this kind of GPU from others, as far as a browser says: `nvidia ampere`. */
  get name(): string {
    const { vendor, architecture, device, description } = this.#info;
    const parts = [vendor, architecture, device, description];
    return parts.filter(Boolean).join(" ") || "a GPU without a name";
  }

  /** Rejects with a BackendError. */
  async open(): Promise<GpuDevice> {
    const found = this.#adapter.limits;
    try {
      return new GpuDevice(
        await this.#adapter.requestDevice({
          requiredFeatures: this.#features(),
          requiredLimits: Object.fromEntries(limits.map((limit) => [limit, found[limit]])),
        }),
      );
    } catch (cause) {
      throw new BackendError(`expected a WebGPU device, found ${String(cause)}`, { cause });
    }
  }

  /** Older browsers have none, or parts of it. */
  get #info(): Partial<GPUAdapterInfo> {
    return (this.#adapter as { info?: GPUAdapterInfo }).info ?? {};
  }

  /** Those that ONNX Runtime's kernels make use of. */
  #features(): GPUFeatureName[] {
    const { features } = this.#adapter;
    const { subgroupMaxSize = 0 } = this.#info;
    const hasSubgroups = features.has("subgroups") && subgroupMaxSize >= leastSubgroup;
    return [
      ...(this.hasFloat16 ? (["shader-f16"] as const) : []),
      ...(hasSubgroups ? (["subgroups"] as const) : []),
    ];
  }
}

/**
 * A device that is watched: WebGPU does not fail a call where memory runs out or a driver stops, but
 * says so elsewhere, and the results are nothing.
 */
export class GpuDevice {
  readonly device: GPUDevice;
  readonly #lost: Promise<never>;
  #failure: BackendError | undefined;

  constructor(device: GPUDevice) {
    this.device = device;
    this.#lost = device.lost.then(({ reason, message }) => {
      this.#failure ??= new BackendError(`the WebGPU device was lost (${reason}): ${message}`);
      throw this.#failure;
    });
    this.#lost.catch(() => undefined); // it may be lost while nobody waits for it
    device.addEventListener("uncapturederror", (event) => {
      event.preventDefault();
      this.#failure ??= new BackendError(`WebGPU failed: ${event.error.message}`);
    });
  }

  /** Settles as `work` does, or rejects with a BackendError where the device failed meanwhile. */
  async watch<T>(work: Promise<T>): Promise<T> {
    const result = await Promise.race([work, this.#lost]).catch(async (error: unknown) => {
      // A loss fails what waits for the device before it is known as one.
      await Promise.race([this.#lost.catch(() => undefined), sleep(noticeTime)]);
      throw this.#failure ?? error;
    });
    if (this.#failure !== undefined) throw this.#failure;
    return result;
  }

  destroy(): void {
    this.device.destroy();
  }
}
