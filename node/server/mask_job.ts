// SPDX-License-Identifier: Apache-2.0

import { argumentError } from "../../wasm/js/base/checks.js";
import type { Entity, EntityList } from "../../wasm/js/base/types.js";
import { createMasker } from "../../wasm/js/masking/index.js";
import type {
  FindEntities,
  MaskSession,
  MaskSessionJson,
  Masked,
  MaskerOptions,
  Unmasked,
} from "../../wasm/js/masking/index.js";
import { CodePoints } from "../formats/code_points.js";

/** What a request says of how its texts are masked, by the names of the masker's options; not checked yet. */
export type MaskParameters = Readonly<Record<string, unknown>>;

/** Texts to be masked, with what a model found in each, or to be unmasked. */
export type MaskJob =
  | {
      readonly kind: "mask";
      readonly texts: readonly string[];
      readonly entities: readonly EntityList[];
      readonly session: unknown;
      readonly parameters: MaskParameters;
    }
  | { readonly kind: "unmask"; readonly texts: readonly string[]; readonly session: unknown };

/** What becomes of each text, its offsets in code points, and of masked ones the table of all of them. */
export interface MaskResult {
  outputs: object[];
  session?: MaskSessionJson;
}

/** Does a job. Throws an InvalidArgumentError where its session or its parameters are none. */
export async function runMaskJob(job: MaskJob): Promise<MaskResult> {
  return job.kind === "mask" ? mask(job) : unmask(job);
}

async function mask({
  texts,
  entities,
  session: json,
  parameters,
}: Extract<MaskJob, { kind: "mask" }>): Promise<MaskResult> {
  const { rules = true, ...options } = parameters;
  if (typeof rules !== "boolean") throw argumentError("rules", "true or false", rules);
  const found = new Map(texts.map((text, at) => [text, (entities[at] ?? []) as Entity[]]));
  const find: FindEntities = (text) => Promise.resolve(found.get(text) ?? []);
  const byRules = rules ? await loadRules() : {};
  const masker = createMasker(find, Object.assign(byRules, options as MaskerOptions));
  const session: MaskSession = masker.session(json as MaskSessionJson | undefined);
  const outputs: object[] = [];
  for (const text of texts) outputs.push(maskedOutput(text, await session.mask(text)));
  return { outputs, session: session.toJSON() };
}

/** Only where they are wanted: the metadata of telephone numbers is a quarter of a megabyte. */
async function loadRules(): Promise<Pick<MaskerOptions, "recognizers" | "names">> {
  const { createRecognizers } = await import("../../wasm/js/recognizers/public.js");
  const { nameRules } = await import("../../wasm/js/names/index.js");
  return { recognizers: createRecognizers(), names: nameRules() };
}

function unmask({ texts, session: json }: Extract<MaskJob, { kind: "unmask" }>): MaskResult {
  const session = createMasker(null).session(json as MaskSessionJson);
  return { outputs: texts.map((text) => unmaskedOutput(text, session.unmask(text))) };
}

function maskedOutput(text: string, { text: masked, replacements }: Masked): object {
  return { text: masked, replacements: withCodePoints(replacements, text, masked) };
}

function unmaskedOutput(masked: string, { text, replacements, unknown }: Unmasked): object {
  return { text, replacements: withCodePoints(replacements, text, masked), unknown };
}

interface Place {
  start: number;
  end: number;
  masked_start: number;
  masked_end: number;
}

/** As Python counts, and all other addresses of the server. */
function withCodePoints(places: readonly Place[], text: string, masked: string): object[] {
  const [inText, inMasked] = [new CodePoints(text), new CodePoints(masked)];
  return places.map((place) =>
    Object.assign({}, place, {
      start: inText.at(place.start),
      end: inText.at(place.end),
      masked_start: inMasked.at(place.masked_start),
      masked_end: inMasked.at(place.masked_end),
    }),
  );
}
