// SPDX-License-Identifier: Apache-2.0
//
// Where the package's own files are in Node: where options say, or where npm has put them. A bundle of
// a program takes this code along and not these files; what lies beside the bundle is the program's.
// No address is a literal: a bundler of a server would follow it.

import { statSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";

import { argumentError } from "../wasm/js/base/checks.js";
import { AssetError } from "../wasm/js/base/errors.js";
import type { CoreVariant } from "../wasm/js/base/types.js";
import type { CoreAddresses } from "../wasm/js/core/compile.js";
import type { AssetSettings } from "../wasm/js/options/asset_options.js";
import { pathOf } from "./files/path_of.js";
import { packageFolder } from "./package_folder.js";

/** The options that Node has a use for. */
type AssetOption = "wasm_url" | "worker_url" | "model_url";

export const workerAdvice =
  "bundle 'xlmr-ner/worker' as a script of its own, and name its path in worker_url";

/** The script of the worker. Errors: AssetError. */
export function workerFile({ workerUrl }: Pick<AssetSettings, "workerUrl">): URL {
  return assetFile("worker_url", workerUrl, {
    what: "dist/node/worker.js",
    advice: workerAdvice,
  });
}

/** The two files of a core. Errors: AssetError. */
export function coreFiles(
  variant: CoreVariant,
  { wasmUrl }: Pick<AssetSettings, "wasmUrl">,
): CoreAddresses {
  return wasmFiles(`core-${variant}`, wasmUrl);
}

/** The two files of the module that compares tags. Errors: AssetError. */
export function evalFiles({ wasmUrl }: Pick<AssetSettings, "wasmUrl">): CoreAddresses {
  return wasmFiles("eval", wasmUrl);
}

function wasmFiles(module: string, wasmUrl: string | undefined): CoreAddresses {
  const folder = wasmUrl === undefined ? undefined : folderOf("wasm_url", wasmUrl);
  const fileOf = (name: string): URL =>
    assetFile("wasm_url", folder && new URL(name, folder).href, {
      what: `dist/wasm/${name}`,
      advice: "copy the package's dist/wasm, and name the folder in wasm_url",
    });
  return { wasm: fileOf(`${module}.wasm`), glue: fileOf(`${module}.mjs`) };
}

/** The folder of the embedded model. Errors: AssetError. */
export function embeddedFolder({ modelUrl }: Pick<AssetSettings, "modelUrl">): string {
  const folder = modelUrl === undefined ? undefined : folderOf("model_url", modelUrl);
  const config = assetFile("model_url", folder && new URL("config.json", folder).href, {
    what: "models/default/config.json",
    advice: "copy the package's models/default, and name the folder in model_url",
  });
  return fileURLToPath(new URL(".", config)).replace(/(?<=.)[/\\]$/, "");
}

interface Asset {
  /** Its path in the package. */
  what: string;
  advice: string;
}

function assetFile(option: AssetOption, given: string | undefined, { what, advice }: Asset): URL {
  const folder = given === undefined ? packageFolder() : undefined;
  if (given === undefined && folder === undefined) {
    throw new AssetError(
      `expected the package's ${what}, found its code in a bundle, and no 'xlmr-ner' installed for ` +
        `the working folder ${process.cwd()}: leave 'xlmr-ner' out of the bundle, or ${advice}`,
    );
  }
  const url = given === undefined ? new URL(what, folder) : urlOf(option, given);
  if (statSync(url, { throwIfNoEntry: false })?.isFile() === true) return url;
  const path = fileURLToPath(url);
  throw new AssetError(`expected the package's ${what} at ${path}, found no such file: ${advice}`);
}

function folderOf(option: AssetOption, given: string): URL {
  return new URL(`${urlOf(option, given).href.replace(/\/$/, "")}/`);
}

/** What an option names: a path or a `file:` URL. */
function urlOf(option: AssetOption, given: string): URL {
  const isOther = /^[a-z][a-z\d+.-]+:/i.test(given) && !/^file:/i.test(given);
  if (isOther) throw argumentError(option, "a path or a file: URL", given);
  return pathToFileURL(pathOf(option, given));
}
