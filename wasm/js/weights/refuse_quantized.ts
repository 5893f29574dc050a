// SPDX-License-Identifier: Apache-2.0

import { ConfigError } from "../base/errors.js";

/**
 * Throws where config.json says that another library quantised the published weights, such as
 * `{"quantization_config": {"quant_method": "bitsandbytes"}}`: before they are downloaded.
 */
export function refuseQuantized(configJson: string, where: string): void {
  const method = methodOf(configJson);
  if (method === undefined) return;
  throw new ConfigError(
    `${where}: quantization_config: expected weights that are not quantised, found ${method}: use ` +
      "the checkpoint that they were made of; `xlmr-ner convert FOLDER --dtype q8` makes it small",
  );
}

/** Undefined also for what is no JSON: who reads all of the file says so. */
function methodOf(configJson: string): string | undefined {
  try {
    const { quantization_config: found } = JSON.parse(configJson) as Record<string, unknown>;
    if (found === undefined || found === null) return undefined;
    const { quant_method: method } = found as Record<string, unknown>;
    return typeof method === "string" && /^[\w.-]{1,40}$/.test(method)
      ? method
      : "an unnamed method";
  } catch {
    return undefined;
  }
}
