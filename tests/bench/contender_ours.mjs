// SPDX-License-Identifier: Apache-2.0
// The shipped package through its public API: TEXTS MODEL-FOLDER THREADS.
import { Tokenizer } from "../../dist/node/index.js";
import { compete } from "./contender.mjs";

const [, , , folder, threads] = process.argv;

await compete(async () => {
  const tokenizer = await Tokenizer.load(folder, { threads: Number(threads) });
  return (texts) => tokenizer.encode(texts);
});
