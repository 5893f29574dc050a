// SPDX-License-Identifier: Apache-2.0
//
// What a start consists of, in Node and in a page alike.

/** The time now in ms; of two processes of a machine both count from the same moment. */
const now = () => performance.timeOrigin + performance.now();

/**
 * Loads the embedded model and finds entities: the times at which each step ended. `load` gives the
 * package; `stay` is how many ms a visit goes on after it, in which a browser keeps what it has compiled.
 */
export async function timeStart(load, text, options, stay = 0) {
  const script = now();
  const { pipeline } = await load();
  const imported = now();
  let read;
  const ner = await pipeline("token-classification", undefined, {
    ...options,
    progress_callback: () => {
      // The worker reports its first file: it runs, and the core was compiled meanwhile.
      read ??= now();
    },
  });
  const loaded = now();
  const [entity] = await ner(text, { aggregation_strategy: "simple" });
  const found = now();
  if (entity?.entity_group !== "PER") {
    throw new Error(`expected a person, found ${JSON.stringify(entity)}`);
  }
  if (stay > 0) await new Promise((done) => setTimeout(done, stay));
  await ner.dispose();
  return { script, imported, read, loaded, found };
}

/** Those times as the steps between them, from when it all `began`. */
export function stepsOf({ script, imported, read, loaded, found }, began) {
  return {
    "until script": script - began,
    import: imported - script,
    "worker, compile": read - imported,
    "vocabulary, weights": loaded - read,
    inference: found - loaded,
    whole: found - began,
  };
}
