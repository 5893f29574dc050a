// Signals, URLs and files are the host's own types, from the DOM or from Node.
import { pipeline } from "xlmr-ner";
import { createMasker } from "xlmr-ner/masking";
import type { ModelInput, PipelineOptions } from "xlmr-ner";

type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const sameModel: Same<ModelInput, string | URL | readonly File[] | Readonly<Record<string, Blob>>> =
  true;
const sameSignal: Same<PipelineOptions["signal"], AbortSignal | undefined> = true;

export async function find(url: URL): Promise<boolean> {
  const { signal } = new AbortController();
  const ner = await pipeline("ner", url, { signal, headers: new Headers() });
  await ner("Emma", { signal });
  // @ts-expect-error -- a number is no signal
  await ner("Emma", { signal: 5 });
  // @ts-expect-error -- a number is no model
  await pipeline("ner", 5);
  return sameModel && sameSignal;
}

export const restored = (text: ReadableStream<string>): ReadableStream<string> =>
  text.pipeThrough(createMasker(null).unmaskStream());
