// Names nothing of a host: it compiles without `lib: ["dom"]` and without the types of Node.
import { NerError, pipeline, Tokenizer } from "xlmr-ner";
import type { Entity, EntityGroup, PipelineOptions, TokenClassifier, TokenEntity } from "xlmr-ner";
import { maskHtml, unmaskHtml } from "xlmr-ner/forms";
import { createMasker } from "xlmr-ner/masking";
import type { Masked, MaskSessionJson } from "xlmr-ner/masking";
import { createRecognizers, patternRecognizer } from "xlmr-ner/recognizers";
import type { Recognizer, SourcedEntity } from "xlmr-ner/recognizers";
import { env, pipeline as hfPipeline } from "xlmr-ner/transformers";

const options: PipelineOptions = { dtype: "q8", threads: 1 };

export async function find(text: string): Promise<readonly Entity[]> {
  const ner: TokenClassifier = await pipeline("ner", "some/model", options);
  const groups: EntityGroup[] = await ner(text, { aggregation_strategy: "simple" });
  const tokens: TokenEntity[] = await ner(text);
  const lists: EntityGroup[][] = await ner([text], { aggregation_strategy: "max" });
  for await (const list of ner.stream([text])) tokens.push(...list);
  // @ts-expect-error -- a misspelt strategy
  await ner(text, { aggregation_strategy: "simpel" });
  // @ts-expect-error -- records of groups have no index
  groups[0]?.index;
  const tokenizer = await Tokenizer.load();
  const ids: ArrayLike<number> = (await tokenizer.encode(text)).ids;
  await tokenizer.dispose();
  await ner.dispose();
  return ids.length > 0 ? groups.concat(...lists) : tokens;
}

export async function findAsTransformersJs(text: string): Promise<number> {
  env.allowRemoteModels = false;
  const classify = await hfPipeline("token-classification", "some/model", { dtype: "q8" });
  const found = await classify(text);
  await classify.dispose();
  return found.length;
}

export async function mask(text: string, saved?: MaskSessionJson): Promise<string> {
  const masker = createMasker(await pipeline("ner"), { policy: { URL: "keep" }, allow: [/x/] });
  // @ts-expect-error -- a misspelt policy
  createMasker(null, { policy: { URL: "kept" } });
  const masked: Masked = await masker.session(saved).mask(text);
  const page: Masked = await maskHtml(masker, text, { attributes: ["alt"] });
  // @ts-expect-error -- HTML has no columns
  await maskHtml(masker, text, { columns: [1] });
  return masker.unmask(masked.text).text + unmaskHtml(masker, page.text).text;
}

export function findByRules(text: string): SourcedEntity[] {
  const staff: Recognizer = patternRecognizer({
    name: "staff",
    label: "STAFF",
    pattern: /E-\d{5}/,
  });
  // @ts-expect-error -- no such recogniser
  createRecognizers({ include: ["telephone"] });
  const all = [...createRecognizers({ exclude: ["url"], countries: ["DE"] }), staff];
  return all.flatMap((each) => each.recognize(text));
}

export const codeOf = (error: unknown): string | undefined =>
  error instanceof NerError ? error.code : undefined;
