// SPDX-License-Identifier: Apache-2.0
//
// The process of builds.mjs: `ROOT THREADS`. Loads the embedded model of the checkout, and says how long
// its first call took, and a list of short texts once all is warm.
const [root, threads] = process.argv.slice(2);
const { pipeline } = await import(`${root}/dist/node/index.js`);
const ner = await pipeline("token-classification", undefined, { threads: Number(threads) });

const words =
  "Angela Merkel besuchte im Juli Paris und sprach mit dem Präsidenten der Republik".split(" ");
const texts = Array.from({ length: 1000 }, (_, i) =>
  Array.from({ length: 3 + (i % 18) }, (_, k) => words[(i + k) % words.length]).join(" "),
);

const time = async (input) => {
  const begin = performance.now();
  await ner(input, { aggregation_strategy: "simple" });
  return performance.now() - begin;
};

const first = await time("Angela Merkel besuchte im Juli Paris.");
await time(texts.slice(0, 300));
const list = Math.min(await time(texts), await time(texts));
console.log(JSON.stringify({ first, list }));
process.stdin.resume(); // builds.mjs ends it
