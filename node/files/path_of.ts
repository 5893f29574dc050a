// SPDX-License-Identifier: Apache-2.0

import path from "node:path";
import { fileURLToPath } from "node:url";

import { InvalidArgumentError } from "../../wasm/js/base/errors.js";

/**
 * The absolute path that an option names, as a path or as a `file:` URL. Throws an InvalidArgumentError
 * for a URL of another machine's file.
 *
 *     pathOf('model', 'file:///models/my%20ner/') // '/models/my ner/'
 */
export function pathOf(option: string, name: string): string {
  if (!/^file:/i.test(name)) return path.resolve(name);
  try {
    return fileURLToPath(name);
  } catch (cause) {
    const what = cause instanceof Error ? cause.message : String(cause);
    throw new InvalidArgumentError(
      `${option}: expected the file: URL of a path of this machine, found ${name} (${what})`,
      { cause },
    );
  }
}
