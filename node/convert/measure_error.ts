// SPDX-License-Identifier: Apache-2.0

import path from "node:path";

import { readTokenizer } from "../../wasm/js/files/model_files.js";
import { storedWeights } from "../../wasm/js/weights/choose_weights.js";
import { quantizationError } from "../../wasm/js/weights/quantization_error.js";
import type { QuantizationError } from "../../wasm/js/weights/quantization_error.js";
import {
  labelsOf,
  sentenceWindows,
  verificationFile,
  writeVerification,
} from "../../wasm/js/worker/verification.js";
import { openFolder } from "../files/folder.js";
import { writeWhole } from "../files/whole_file.js";
import { readConfig } from "./conversion_job.js";
import type { ConversionJob } from "./conversion_job.js";
import { runModel, runPublished } from "./model_run.js";

export interface ErrorMeasurement {
  /** Where the quantised weights are; the sentences to verify the model with are written beside. */
  out: string;
  texts: readonly string[];
  /** Bytes of the source that the float32 model is made of. */
  onProgress: (loaded: number, total: number) => void;
}

/** How far the quantised model's logits are from the source's, which runs first. */
export async function measureError(
  job: ConversionJob,
  { out, texts, onProgress }: ErrorMeasurement,
): Promise<QuantizationError> {
  const { core, files, dtype, quiet } = job;
  const { signal } = quiet;
  const stored = storedWeights[dtype];
  const quantized = await (await openFolder(out)).open(stored);
  try {
    const { configJson, where: configFile } = await readConfig(job);
    core.loadTokenizer(await readTokenizer(files, quiet));
    core.loadConfig(configJson, configFile);
    const windows = core.windows([...texts], sentenceWindows(core.maxTokens()));
    const run = { core, configJson, signal };
    const expected = await runPublished(
      { ...run, checkpoint: job.checkpoint, where: job.where, precision: "fp32", onProgress },
      windows,
    );
    const found = await runModel(
      {
        ...run,
        checkpoint: quantized,
        where: path.join(out, stored),
        precision: "q8",
        onProgress: () => undefined,
      },
      windows,
    );
    const labels = core.labels();
    await writeSentences(out, texts, expected, labels);
    return quantizationError(flat(expected), flat(found), labels.length);
  } finally {
    await quantized.close();
  }
}

function flat(logits: readonly Float32Array[]): number[] {
  return logits.flatMap((each) => [...each]);
}

async function writeSentences(
  out: string,
  texts: readonly string[],
  logits: readonly Float32Array[],
  labels: readonly string[],
): Promise<void> {
  const sentences = texts.map((text, i) => ({ text, labels: labelsOf(logits[i] ?? [], labels) }));
  const bytes = new TextEncoder().encode(writeVerification(sentences));
  await writeWhole(path.join(out, verificationFile), (output) => output.write(0, bytes));
}
