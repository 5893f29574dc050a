// SPDX-License-Identifier: Apache-2.0
// How long lists are drawn, by a clock of the test's: each item takes a millisecond.

import { afterEach, beforeEach, expect, jest, test } from "@jest/globals";

import { fromSource } from "./from_source.js";

const { SlicedView } = await fromSource("web/element/sliced_view.ts");

let clock;
beforeEach(() => {
  clock = 0;
  jest.spyOn(performance, "now").mockImplementation(() => clock);
});
afterEach(() => jest.restoreAllMocks());

/** An element that keeps its items, each with the turn of the event loop in which it came. */
function watchedRoot() {
  let turn = 0;
  let isWatching = true;
  const next = () => {
    turn++;
    if (isWatching) setImmediate(next);
  };
  next();
  const root = {
    items: [],
    turns: [],
    stop: () => (isWatching = false),
    append: (item) => {
      clock++;
      root.items.push(item);
      root.turns.push(turn);
    },
    replaceChildren: () => Object.assign(root, { items: [], turns: [] }),
  };
  return root;
}

/** How many items came in each turn. */
const slicesOf = ({ turns }) =>
  [...new Set(turns)].map((turn) => turns.filter((each) => each === turn).length);

test("a long list is drawn in slices of 5 ms, and others have their turn between them", async () => {
  const root = watchedRoot();
  const view = new SlicedView(root, (item) => item);
  const items = Array.from({ length: 2000 }, (_, i) => i);
  view.show(items);
  expect(root.items).toEqual([0]); // the first at once
  await view.drawn;
  root.stop();
  expect(root.items).toEqual(items);
  const [first, ...slices] = slicesOf(root);
  const last = slices.pop();
  expect(first).toBe(1);
  expect(new Set(slices)).toEqual(new Set([5]));
  expect(last).toBeLessThanOrEqual(5);
});

test("what is shown instead replaces what is not drawn yet, and what is appended comes after it", async () => {
  const root = watchedRoot();
  const view = new SlicedView(root, (item) => item);
  view.show(Array.from({ length: 2000 }, (_, i) => i));
  view.show(["a", "b"]);
  view.append("c");
  await view.drawn;
  root.stop();
  expect(root.items).toEqual(["a", "b", "c"]);
});
