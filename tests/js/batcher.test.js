// SPDX-License-Identifier: Apache-2.0

import { expect, test } from "@jest/globals";

import { Batcher } from "../../dist/node/server/batcher.js";
import { turn, until } from "./support.js";

const simple = { aggregation_strategy: "simple" };
const { signal: never } = new AbortController();

/** A pass whose calls end when the test says so; a text's list is the text itself. */
function heldPass() {
  const calls = [];
  const pass = (texts, parameters, signal) =>
    new Promise((resolve, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason));
      calls.push({ texts, parameters, signal, end: () => resolve(texts.map((t) => [t])), reject });
    });
  return { pass, calls, nth: (n) => until(() => calls[n], `pass ${n}`) };
}

/** What a promise became. */
const outcome = (promise) =>
  promise.then(
    (value) => ({ value }),
    (error) => ({ error }),
  );

test("what came while a pass ran is one pass", async () => {
  const { pass, calls, nth } = heldPass();
  const batcher = new Batcher([pass], 64);
  const first = batcher.tag(["a"], simple, never);
  (await nth(0)).end();
  expect(await first).toEqual([["a"]]);

  const all = ["b", "c", "d"].map((text) => batcher.tag([text, `${text}2`], simple, never));
  const { texts, end } = await nth(1);
  expect([...texts].sort()).toEqual(["b", "b2", "c", "c2", "d", "d2"]);
  end();
  expect(await Promise.all(all)).toEqual([
    [["b"], ["b2"]],
    [["c"], ["c2"]],
    [["d"], ["d2"]],
  ]);
  expect(calls).toHaveLength(2);
});

test("texts with other parameters have another pass, in the order in which they came", async () => {
  const { pass, calls, nth } = heldPass();
  const batcher = new Batcher([pass], 64);
  const kinds = ["simple", "none", "simple", "none"];
  const all = kinds.map((aggregation_strategy, i) =>
    batcher.tag([String(i)], { aggregation_strategy }, never),
  );
  (await nth(0)).end();
  (await nth(1)).end();
  expect(await Promise.all(all)).toEqual([[["0"]], [["1"]], [["2"]], [["3"]]]);
  expect(calls.map(({ texts }) => texts)).toEqual([
    ["0", "2"],
    ["1", "3"],
  ]);
  expect(calls.map(({ parameters }) => parameters.aggregation_strategy)).toEqual([
    "simple",
    "none",
  ]);
});

test("a long list takes turns with what comes later", async () => {
  const { pass, nth } = heldPass();
  const batcher = new Batcher([pass], 4);
  const list = Array.from({ length: 10 }, (_, i) => `l${i}`);
  const long = batcher.tag(list, simple, never);
  const begun = await nth(0);
  expect(begun.texts).toEqual(["l0", "l1", "l2", "l3"]);
  const short = batcher.tag(["s"], simple, never);
  begun.end();
  const second = await nth(1);
  expect(second.texts).toContain("s");
  second.end();
  expect(await short).toEqual([["s"]]);
  (await nth(2)).end();
  expect(await long).toEqual(list.map((text) => [text]));
});

test("other parameters do not starve behind a list that never ends", async () => {
  const { pass, nth } = heldPass();
  const batcher = new Batcher([pass], 1);
  const long = batcher.tag(["0", "1", "2"], simple, never);
  const other = batcher.tag(["x"], { aggregation_strategy: "max" }, never);
  const order = [];
  for (let i = 0; i < 4; i++) {
    const { texts, end } = await nth(i);
    order.push(texts[0]);
    end();
  }
  expect(order).toEqual(["0", "x", "1", "2"]);
  await Promise.all([long, other]);
});

test("a pass has few characters, but for one long text", async () => {
  const { pass, nth } = heldPass();
  const batcher = new Batcher([pass], 64);
  const [long, short] = ["x".repeat(20_000), "y".repeat(5000)];
  const all = batcher.tag([long, short, short, "z"], simple, never);
  const lengths = [];
  for (let i = 0; i < 3; i++) {
    const { texts, end } = await nth(i);
    lengths.push(texts.map(({ length }) => length));
    end();
  }
  expect(lengths).toEqual([[20_000], [5000], [5000, 1]]);
  await all;
});

test("a pass runs in each worker that is idle", async () => {
  const { pass, calls, nth } = heldPass();
  const batcher = new Batcher([pass, pass], 1);
  const all = ["a", "b", "c"].map((text) => batcher.tag([text], simple, never));
  await nth(1);
  await turn();
  expect(calls).toHaveLength(2);
  calls[1].end();
  (await nth(2)).end();
  calls[0].end();
  expect(await Promise.all(all)).toEqual([[["a"]], [["b"]], [["c"]]]);
});

test("a text that fails fails its own request, and no other", async () => {
  const calls = [];
  const pass = async (texts) => {
    calls.push(texts);
    if (texts.includes("bad")) throw new Error("bad text");
    return texts.map((text) => [text]);
  };
  const batcher = new Batcher([pass], 64);
  const outcomes = await Promise.all(
    [["a", "b"], ["c", "bad", "d"], ["e"]].map((texts) =>
      outcome(batcher.tag(texts, simple, never)),
    ),
  );
  expect(outcomes).toEqual([
    { value: [["a"], ["b"]] },
    { error: new Error("bad text") },
    { value: [["e"]] },
  ]);
  expect(calls.filter((texts) => texts.length > 1)).toHaveLength(1);
  expect(await batcher.tag(["later"], simple, never)).toEqual([["later"]]);
});

test("an abort takes texts out, and ends a pass that nobody wants", async () => {
  const { pass, calls, nth } = heldPass();
  const batcher = new Batcher([pass], 2);
  const [one, two, three] = [1, 2, 3].map(() => new AbortController());
  const all = [one, two, three].map(({ signal }, i) =>
    outcome(batcher.tag([`${i}`, `${i}b`], simple, signal)),
  );
  const first = await nth(0);
  expect(first.texts).toEqual(["0", "1"]);
  const reason = new Error("gone");
  three.abort(reason);
  one.abort(reason);
  expect(await all[2]).toEqual({ error: reason });
  expect(await all[0]).toEqual({ error: reason });
  expect(first.signal.aborted).toBe(false); // the second wants it
  two.abort(reason);
  expect(first.signal.aborted).toBe(true);
  expect(await all[1]).toEqual({ error: reason });

  const last = batcher.tag(["next"], simple, never);
  (await nth(1)).end();
  expect(await last).toEqual([["next"]]);
  expect(calls).toHaveLength(2); // nothing of the aborted ones
  await expect(batcher.tag(["x"], simple, AbortSignal.abort(reason))).rejects.toBe(reason);
});
