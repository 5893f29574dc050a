// SPDX-License-Identifier: Apache-2.0
// What the recognisers take, on one thread, for ordinary text and for texts made to be slow:
//   node tests/bench/recognizers.mjs [--each]
import { readFileSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

import { createRecognizers } from "../../dist/wasm/js/recognizers/public.js";
import { readDocuments } from "../js/recognizer_documents.js";
import { table } from "./report.mjs";

const megabyte = 2 ** 20;
const rounds = 40;

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc");

/** Repeats a text to so many bytes of UTF-8. */
function ofBytes(text, bytes) {
  const each = Buffer.byteLength(text);
  const part = text.length / each;
  return text.repeat(Math.ceil(bytes / each)).slice(0, Math.floor(bytes * part));
}

/** The least time of some rounds, in ms of this process: other programs that run do not count. */
function best(recognizers, text, times = rounds) {
  let least = Infinity;
  for (let round = 0; round < times; ++round) {
    collectGarbage(); // else it falls into the time of some sizes and not of others
    const start = process.cpuUsage();
    for (const each of recognizers) each.recognize(text);
    const { user, system } = process.cpuUsage(start);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

const ordinary = {
  "everyday sentences": everyday(),
  "committed documents": documents(),
};

const hostile = {
  a: "a",
  1: "1",
  "1 ": "1 ",
  "12 34 56 ": "12 34 56 ",
  "0 0 ": "0 ",
  "0123 ": "0123 ",
  "+": "+",
  "+1 ": "+1 ",
  "+49 30 12": "+49 30 12 ",
  "(0": "(0",
  "1.": "1.",
  "1.1.1.1.": "1.1.1.1.",
  "1-": "1-",
  "4111 ": "4111 ",
  "4111 1111 1111 1112 ": "4111 1111 1111 1112 ",
  "@": "@",
  "a@": "a@",
  "a@a.": "a@a.",
  "a.a@a.a.": "a.a@a.a.",
  '"@': '"@',
  "[at]": "[at]",
  "a[at]a.": "a[at]a.",
  ":": ":",
  "a:": "a:",
  "::1": "::1",
  "00:": "00:",
  "://": "://",
  "a://": "a://",
  "www.": "www.",
  "a/": "a/",
  "a.com/": "a.com/",
  "https://a(": "https://a(",
  "https://a) ": "https://a) ",
  DE89: "DE89",
  "DE89 ": "DE89 ",
  "DE8937040044053201300 ": "DE8937040044053201300 ",
  "tel ": "tel ",
  "tel 0123456 ": "tel 0123456 ",
  "id 1234567890 ": "id 1234567890 ",
  "44051401358 ": "44051401358 ",
  "AA12 ": "AA12 ",
  a1: "a1",
  aaaaaa1: "aaaaaa1",
  "-": "-",
  "-----BEGIN PRIVATE KEY-----": "-----BEGIN PRIVATE KEY-----",
  "-----BEGIN ": "-----BEGIN ",
  "eyJaaaaaaaaa.": "eyJaaaaaaaaa.",
  "ghp_aaaaaaaaaaaa ": "ghp_aaaaaaaaaaaa ",
  "token=aaaaaaaaaaaaaaa1 ": "token=aaaaaaaaaaaaaaa1 ",
  "sk-a_": "sk-a_",
  "१": "१",
  "०१७ ": "०१७ ",
  号1: "号1",
  "é@é.": "é@é.",
  "\u0301@": "\u0301@",
  "\ud800": "\ud800",
  "€1": "€1",
  "17.05.": "17.05.",
  "17.05.1984 ": "17.05.1984 ",
};

const recognizers = createRecognizers();
console.log("Ordinary text, all default recognisers:\n");
const rows = [];
for (const [name, text] of Object.entries(ordinary)) {
  const full = ofBytes(text, megabyte / 4);
  best(recognizers, full, 60); // until it is compiled as well as it gets
  const ms = best(recognizers, full);
  const found = recognizers.reduce((sum, each) => sum + each.recognize(full).length, 0);
  rows.push([name, (Buffer.byteLength(full) / ms / 1000).toFixed(1), String(found)]);
  if (process.argv.includes("--each")) {
    for (const each of recognizers) {
      const alone = best([each], full);
      rows.push([`  ${each.name}`, (Buffer.byteLength(full) / alone / 1000).toFixed(0), ""]);
    }
  }
}
console.log(table(["text", "MB/s", "values"], rows));

console.log("\nTexts made to be slow:\n");
const slow = Object.entries(hostile).map(([name, unit]) => {
  const times = [megabyte / 2, megabyte].map((bytes) => best(recognizers, ofBytes(unit, bytes), 4));
  return [JSON.stringify(name), times[1].toFixed(0), times[1] / times[0]];
});
slow.sort((a, b) => b[2] - a[2]);
console.log(
  table(
    ["repeated", "1 MiB ms", "t(2n)/t(n)"],
    slow.map(([name, ms, growth]) => [name, ms, growth.toFixed(2)]),
  ),
);

function everyday() {
  const file = new URL("../../models/eval/everyday.txt", import.meta.url);
  const lines = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => /^\w\w\t/.test(line));
  const texts = lines.map((line) => line.split("\t")[2].replace(/\[[A-Z]+ ([^\]]*)\]/g, "$1"));
  return `${texts.join("\n")}\n`;
}

function documents() {
  return `${readDocuments()
    .map(({ text }) => text)
    .join("\n")}\n`;
}
