// SPDX-License-Identifier: Apache-2.0

import { BackendError } from "../wasm/js/base/errors.js";
import type * as Webgpu from "../wasm/js/device/index.js";

/** dist/web/webgpu.js, from where the page has found it. */
export async function importWebgpu(url: string): Promise<typeof Webgpu> {
  try {
    return (await import(/* webpackIgnore: true */ /* @vite-ignore */ url)) as typeof Webgpu;
  } catch (cause) {
    throw new BackendError(
      `expected this package's dist/web/webgpu.js at ${url}, found ${String(cause)}: serve ` +
        "the file and name its address in webgpu_url",
      { cause },
    );
  }
}
