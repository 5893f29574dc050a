// SPDX-License-Identifier: Apache-2.0

import type { CallContext } from "../../wasm/js/base/call_context.js";
import type { RandomAccess } from "../../wasm/js/base/random_access.js";
import type { Core } from "../../wasm/js/core/core.js";
import { configFile } from "../../wasm/js/files/model_files.js";
import type { ModelFiles } from "../../wasm/js/files/model_files.js";
import type { StoredDtype } from "../../wasm/js/weights/convert_checkpoint.js";

/** A conversion that is under way: of a model as it is, or with a trimmed vocabulary. */
export interface ConversionJob {
  core: Core;
  files: ModelFiles;
  /** Within the model. */
  weightsFile: string;
  /** It, opened. */
  checkpoint: RandomAccess;
  /** Names it in errors. */
  where: string;
  dtype: StoredDtype;
  /** The call's signal, and no progress: small files report none. */
  quiet: CallContext;
}

export async function readConfig({
  files,
  quiet,
}: ConversionJob): Promise<{ configJson: string; where: string }> {
  const bytes = await files.read(configFile, quiet);
  return { configJson: new TextDecoder().decode(bytes), where: `${files.name}/${configFile}` };
}
