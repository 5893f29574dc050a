// SPDX-License-Identifier: Apache-2.0
//
// Where the package's own files are, as absolute addresses. Each is a literal, because that is what bundlers
// look for: webpack and Vite copy the file and put its new address here, Next.js one that begins with
// the root's slash. Paths are those from dist/web.

import { argumentError } from "../wasm/js/base/checks.js";
import type { CoreVariant } from "../wasm/js/base/types.js";
import type { AssetSettings, assetOptionNames } from "../wasm/js/options/asset_options.js";

/** What relative addresses are relative to. */
export function pageBase(): string {
  if (typeof document !== "undefined") return document.baseURI;
  // A worker of the page's own that uses this package. Nothing is relative to a script that is a Blob.
  return location.protocol === "blob:" ? location.origin : location.href;
}

/** With the origin that a bundler may have left out. */
function absolute(url: URL): string {
  return new URL(url.href, pageBase()).href;
}

type UrlOption = Exclude<(typeof assetOptionNames)[number], "cache">;

/** What an option names, which may be relative. Throws an InvalidArgumentError. */
export function addressOf(option: UrlOption, url: string): URL {
  if (!URL.canParse(url, pageBase())) throw argumentError(option, "a URL", url);
  return new URL(url, pageBase());
}

export interface CoreAddresses {
  wasm: string;
  glue: string;
}

/** Addresses of the two files of a core; `folder` is the option `wasm_url`. */
export function coreAddresses(variant: CoreVariant, folder: string | undefined): CoreAddresses {
  if (folder !== undefined) {
    const base = folderUrl("wasm_url", folder);
    return {
      wasm: new URL(`core-${variant}.wasm`, base).href,
      glue: new URL(`core-${variant}.mjs`, base).href,
    };
  }
  return variant === "relaxed"
    ? {
        wasm: absolute(new URL("../wasm/core-relaxed.wasm", import.meta.url)),
        glue: absolute(new URL("../wasm/core-relaxed.mjs", import.meta.url)),
      }
    : {
        wasm: absolute(new URL("../wasm/core-simd.wasm", import.meta.url)),
        glue: absolute(new URL("../wasm/core-simd.mjs", import.meta.url)),
      };
}

/** Addresses of what compares tags; `folder` is the option `wasm_url`. */
export function evalAddresses(folder: string | undefined): CoreAddresses & { code: string } {
  if (folder !== undefined) {
    const base = folderUrl("wasm_url", folder);
    return {
      code: new URL("eval.js", base).href,
      wasm: new URL("eval.wasm", base).href,
      glue: new URL("eval.mjs", base).href,
    };
  }
  return {
    code: absolute(new URL("../wasm/eval.js", import.meta.url)),
    wasm: absolute(new URL("../wasm/eval.wasm", import.meta.url)),
    glue: absolute(new URL("../wasm/eval.mjs", import.meta.url)),
  };
}

/** Addresses of the embedded model's files, by name; `folder` is the option `model_url`. */
export function embeddedAddresses(folder: string | undefined): Record<string, string> {
  const found: Record<string, URL> = {
    "config.json": new URL("../../models/default/config.json", import.meta.url),
    "model.q8.safetensors": new URL("../../models/default/model.q8.safetensors", import.meta.url),
    "sentencepiece.bpe.model": new URL(
      "../../models/default/sentencepiece.bpe.model",
      import.meta.url,
    ),
    "tokenizer_config.json": new URL("../../models/default/tokenizer_config.json", import.meta.url),
    "verification.json": new URL("../../models/default/verification.json", import.meta.url),
  };
  const base = folder === undefined ? undefined : folderUrl("model_url", folder);
  return Object.fromEntries(
    Object.entries(found).map(([name, url]) => [
      name,
      base === undefined ? absolute(url) : new URL(name, base).href,
    ]),
  );
}

/** Address of the worker's script: `worker_url`, or where the bundler has put it. */
export function workerAddress({ workerUrl }: Pick<AssetSettings, "workerUrl">): URL {
  if (workerUrl !== undefined) return addressOf("worker_url", workerUrl);
  // Not within `new Worker(…)`: bundlers copy the script as it is, like all other files.
  return new URL(absolute(new URL("./worker.js", import.meta.url)));
}

/** Address of the code for a GPU: `webgpu_url`, or beside the worker where that is elsewhere. */
export function webgpuAddress({ webgpuUrl, workerUrl }: AssetSettings): string {
  const url = absolute(new URL("./webgpu.js", import.meta.url));
  if (webgpuUrl !== undefined) return addressOf("webgpu_url", webgpuUrl).href;
  if (workerUrl === undefined) return url;
  const worker = addressOf("worker_url", workerUrl);
  // Nothing lies beside a script that is a Blob.
  return URL.canParse("webgpu.js", worker) ? new URL("webgpu.js", worker).href : url;
}

/** The address of a folder that an option names, as it is called in `info()`. */
export function folderAddress(option: UrlOption, folder: string): string {
  const { href } = new URL(".", folderUrl(option, folder));
  return href.replace(/\/$/, "");
}

/** With the slash that makes it the base of what is in it. */
function folderUrl(option: UrlOption, folder: string): URL {
  const url = addressOf(option, folder);
  if (!url.pathname.endsWith("/")) url.pathname += "/";
  return url;
}
