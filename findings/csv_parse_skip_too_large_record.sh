#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# csv-parse 7.0.3: with `skip_records_with_error` and `max_record_size`, one record that is too large takes
# all records behind it along, and `on_skip` is called once.
#
# The limit is checked byte by byte, and a skip does not move to the next record: the length that was counted
# stays above the limit. parse() of csv-parse/sync then ends, without an error. The stream reports the same
# error again for each chunk that is written, at the same line, whatever is in the chunk. An error of any other
# kind, such as another number of columns, costs one record. (A reader that has to go on behind a row that is
# too large has to cut the rows itself.)
#
# Seen with Node 24. Fails if that is no longer so. Needs node and npm's registry.
set -eu

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund csv-parse@7.0.3

cat > parse.mjs <<'JS'
import { parse as parseStream } from "csv-parse";
import { parse } from "csv-parse/sync";

const large = "x".repeat(100);
const others = ["d,4", "e,5", "f,6"];

function read(third) {
  const skipped = [];
  const records = parse(["a,1", "b,2", third, ...others].join("\n"), {
    max_record_size: 60,
    skip_records_with_error: true,
    on_skip: ({ code, lines }) => skipped.push(`${code} at line ${lines}`),
  });
  return { records: records.map(([name]) => name).join(" "), skipped };
}

const tooLarge = read(`${large},3`);
const tooLong = read("c,3,3");
console.log("a record of 102 bytes:", tooLarge);
console.log("a record of 3 columns:", tooLong);

const lines = [];
const stream = parseStream({
  max_record_size: 60,
  skip_records_with_error: true,
  on_skip: (error) => lines.push(error.lines),
});
stream.on("data", () => undefined);
const write = (text) => new Promise((resolve) => stream.write(text, resolve));
for (const line of ["a,1", `${large},3`, ...others, ...others]) await write(`${line}\n`);
console.log("as a stream, lines that were skipped:", lines.join(" "));

const isSo =
  tooLarge.records === "a b" &&
  tooLarge.skipped.join() === "CSV_MAX_RECORD_SIZE at line 3" &&
  tooLong.records === "a b d e f" &&
  tooLong.skipped.length === 1 &&
  lines.length > 3 &&
  new Set(lines).size === 1;
process.exit(isSo ? 0 : 1);
JS
node parse.mjs
