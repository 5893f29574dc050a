// SPDX-License-Identifier: Apache-2.0
// Our pipeline() is taken where that of transformers.js is expected, by TypeScript. With the real types
// where XLMR_NER_TRANSFORMERS_JS names a folder into which @huggingface/transformers is installed.

import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { expect, test } from "@jest/globals";

import { root } from "./support.js";

/** Of transformers.js 4.3.2, in our own words: what its token classification has and takes. */
const shapes = `
type Raw = { word: string; score: number; entity: string; index: number; entity_group?: undefined;
  start?: number; end?: number };
type Grouped = { word: string; score: number; entity_group: string; entity?: undefined;
  index?: undefined; start?: number; end?: number };
type Options = { ignore_labels?: string[]; aggregation_strategy?: "none" | "simple" };
type Element<O extends Options | undefined> = O extends undefined
  ? Raw
  : "aggregation_strategy" extends keyof O
    ? O extends { aggregation_strategy?: infer A }
      ? [A] extends ["simple"] ? Grouped : [A] extends ["none" | undefined] ? Raw : Raw | Grouped
      : Raw
    : Raw;
declare class Model { config: Record<string, unknown>; forward(inputs: unknown): Promise<unknown>; }
export type TokenClassificationPipeline = (<Q extends string | string[], const O extends Options = {}>(
  texts: Q, options?: O,
) => Promise<Q extends string[] ? Element<O>[][] : Element<O>[]>) & {
  task: string; model: Model; tokenizer: Model; dispose: () => Promise<void>;
};
type Callback = (info: { status: "initiate" | "download" | "done"; name: string; file: string }
  | { status: "progress"; name: string; file: string; progress: number; loaded: number; total: number }
  | { status: "progress_total"; name: string; progress: number; loaded: number; total: number;
      files: Record<string, { loaded: number; total: number }> }
  | { status: "ready"; task: string; model: string }) => void;
type DataType = "auto" | "fp32" | "q8" | "q4f16";
export declare function pipeline(task: "token-classification", model?: string, options?: {
  progress_callback?: Callback; config?: object; cache_dir?: string; local_files_only?: boolean;
  revision?: string; subfolder?: string; model_file_name?: string; dtype?: DataType | Record<string, DataType>;
  device?: "cpu" | "webgpu" | Record<string, "cpu">; use_external_data_format?: boolean | number;
  session_options?: { externalData?: readonly (string | { path: string; data: Blob | string })[];
    graphOptimizationLevel?: "all" };
}): Promise<TokenClassificationPipeline>;
`;

const consumer = (module) => `
import type { pipeline as theirs, TokenClassificationPipeline } from "${module}";
import { env, pipeline } from "xlmr-ner/transformers";
// What clients of versions 3 and 4 import.
import type {
  DataType, DeviceType, PipelineType, PretrainedModelOptions, ProgressCallback, ProgressInfo, TaskType,
  TokenClassificationOutput, TokenClassificationSingle,
} from "xlmr-ner/transformers";

type Options = Parameters<typeof theirs>[2];
type Load = (
  task: "token-classification", model?: string, options?: Options,
) => Promise<TokenClassificationPipeline>;

export const load: Load = pipeline;
export const find: TokenClassificationPipeline = await pipeline("ner", "mine", { dtype: "q4f16" });
export const label: string = (await find("a"))[0]!.entity;

const own = await pipeline("token-classification");
export const labels: string[] = (await own(["a"])).flatMap((list) => list.map(({ entity }) => entity));
export const groups: string[] = (await own("a", { aggregation_strategy: "simple" })).map(
  ({ entity_group }) => entity_group,
);
const [dtype, device, task, alias]: [DataType, DeviceType, TaskType, PipelineType] =
  ["q8", "webgpu", "token-classification", "ner"];
const told: ProgressInfo[] = [];
const progress_callback: ProgressCallback = (info) => void told.push(info);
const options: PretrainedModelOptions = { dtype, device: { model: device }, progress_callback };
export const entities = (await (await pipeline(task, "mine", options))("a")) as TokenClassificationOutput;
export const tokens: TokenClassificationSingle[] = await (await pipeline(alias))("a");
env.allowRemoteModels = false;
env.localModelPath = "/models/";
env.backends.onnx.wasm.numThreads = 1;
// @ts-expect-error: there is no such strategy
void own("a", { aggregation_strategy: "simpel" });
`;

/** What the compiler says of a project that has the package, and theirs, installed. */
function problemsOf(installed) {
  const folder = mkdtempSync(path.join(tmpdir(), "xlmr-ner-types-"));
  mkdirSync(path.join(folder, "node_modules"));
  symlinkSync(root, path.join(folder, "node_modules/xlmr-ner"));
  if (installed !== undefined)
    symlinkSync(installed, path.join(folder, "node_modules/@huggingface"));
  writeFileSync(path.join(folder, "shapes.ts"), shapes);
  const module = installed === undefined ? "./shapes.js" : "@huggingface/transformers";
  writeFileSync(path.join(folder, "consumer.ts"), consumer(module));
  const compilerOptions = {
    strict: true,
    noEmit: true,
    target: "ES2022",
    module: "ESNext",
    moduleResolution: "Bundler",
    lib: ["ES2023", "ESNext.Disposable", "DOM"],
    types: [],
    skipLibCheck: installed !== undefined, // theirs are not ours to check
  };
  const config = JSON.stringify({ compilerOptions, files: ["consumer.ts"] });
  writeFileSync(path.join(folder, "tsconfig.json"), config);
  const tsc = path.join(root, "node_modules/typescript/bin/tsc");
  return new Promise((resolve) => {
    execFile(process.execPath, [tsc, "--project", folder], (_, stdout) => {
      rmSync(folder, { recursive: true });
      resolve(stdout);
    });
  });
}

test("with the shapes of transformers.js", async () => {
  expect(await problemsOf(undefined)).toBe("");
});

const installed = path.join(
  process.env.XLMR_NER_TRANSFORMERS_JS ?? root,
  "node_modules/@huggingface/",
);
const hasReal = existsSync(path.join(installed, "transformers/package.json"));
const testReal = hasReal
  ? test
  : (name, ...rest) =>
      test.skip(`${name} (skipped: no XLMR_NER_TRANSFORMERS_JS with it installed)`, ...rest);

testReal("with the types of @huggingface/transformers itself", async () => {
  expect(await problemsOf(installed)).toBe("");
});
