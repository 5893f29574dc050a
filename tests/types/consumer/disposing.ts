// Where the program knows `await using`, a pipeline and a tokenizer are what it takes.
import { pipeline, Tokenizer } from "xlmr-ner";

export async function find(): Promise<AsyncDisposable[]> {
  await using ner = await pipeline("ner");
  await using tokenizer = await Tokenizer.load();
  return [ner, tokenizer];
}
