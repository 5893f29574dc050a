// SPDX-License-Identifier: Apache-2.0
// What progress_callback is told, by what transformers.js 4.3.2 tells: transformers_js.json.

import { readFileSync } from "node:fs";

import { beforeEach, expect, test } from "@jest/globals";

import { ProgressEvents } from "#js/transformers/progress.js";

const golden = JSON.parse(
  readFileSync(new URL("../golden/transformers_js.json", import.meta.url), "utf8"),
);

let told;
let events;
beforeEach(() => {
  told = [];
  events = new ProgressEvents((info) => told.push(info), "m");
});
const file = (phase, name, loaded, total, overall) =>
  events.report({ phase, file: name, loaded, total, ...(overall && { overall }) });

test("each event has the fields that transformers.js gives it", () => {
  file("read", "config.json", 5, 10);
  file("read", "config.json", 10, 10);
  events.ready("token-classification");
  const fieldsOf = ({ status, ...rest }) => [status, Object.keys(rest).sort()];
  const theirs = new Map(
    golden.events.map(({ status, file, hasName, hasModel, names, task }) => [
      status,
      [
        ...[...names, ...(file ? ["file"] : []), ...(hasName ? ["name"] : [])],
        ...[...(hasModel ? ["model"] : []), ...(task ? ["task"] : [])],
      ].sort(),
    ]),
  );
  expect(new Map(told.map(fieldsOf))).toEqual(theirs);
});

test("a file is begun, comes, and is done once, whatever is done with it later", () => {
  file("download", "a", 0, 10, { loaded: 0, total: 40, bytes_per_second: 1 });
  file("download", "a", 10, 10, { loaded: 10, total: 40, bytes_per_second: 1 });
  file("read", "a", 10, 10);
  file("quantize", "a", 10, 10);
  file("compile", "a", 10, 10);
  expect(told.map(({ status }) => status)).toEqual([
    ...["initiate", "download", "progress_total", "progress"],
    ...["progress_total", "progress", "done"],
  ]);
  expect(told[2]).toEqual({
    status: "progress_total",
    name: "m",
    progress: 0,
    loaded: 0,
    total: 40,
    files: { a: { loaded: 0, total: 10 } },
  });
  expect(told.at(-2)).toEqual({
    status: "progress",
    name: "m",
    file: "a",
    progress: 100,
    loaded: 10,
    total: 10,
  });
});

test("the total is that of the files so far, where no more is known", () => {
  file("read", "a", 10, 10);
  file("read", "b", 15, 30);
  expect(told.findLast(({ status }) => status === "progress_total")).toMatchObject({
    progress: 62.5,
    loaded: 25,
    total: 40,
    files: { a: { loaded: 10, total: 10 }, b: { loaded: 15, total: 30 } },
  });
});

test("a file of unknown size is done when the pipeline is", () => {
  file("download", "a", 7, 0);
  expect(told.at(-1)).toMatchObject({ status: "progress", progress: 0, loaded: 7 });
  file("ready", "", 0, 0);
  events.ready("token-classification");
  expect(told.slice(-2)).toEqual([
    { status: "done", name: "m", file: "a" },
    { status: "ready", task: "token-classification", model: "m" },
  ]);
});
