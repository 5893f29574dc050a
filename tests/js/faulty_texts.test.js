// SPDX-License-Identifier: Apache-2.0

import { expect, test } from "@jest/globals";

import { faultyLines } from "../../dist/node/cli/faulty_lines.js";
import { faultyTexts } from "../../dist/node/report/faulty_texts.js";
import { compared, mixed, sentence } from "./compared.js";

test("the texts with the most wrong entities come first, with what became of each entity", async () => {
  const texts = faultyTexts(await compared(mixed), 20);
  expect(texts.map(({ place, faults, language }) => [place, faults, language])).toEqual([
    ["nl.txt:1", 5, "nl"],
    ["he.txt:1", 1, "he"],
  ]);
  const shown = (spans) =>
    spans.map(({ start, end, label, fate }) => [texts[0].text.slice(start, end), label, fate]);
  expect(shown(texts[0].gold)).toEqual([
    ["Emma", "PER", "right"],
    ["Nieuw Londen", "LOC", "other boundaries"],
    ["Philips", "ORG", "other type"],
  ]);
  expect(shown(texts[0].predicted)).toEqual([
    ["Emma", "PER", "right"],
    ["in", "LOC", "made up"],
    ["Nieuw", "LOC", "other boundaries"],
    ["Philips", "LOC", "other type"],
  ]);
  expect(texts[1].gold[0].fate).toBe("missed");
  expect(faultyTexts(await compared(mixed), 1)).toEqual(texts.slice(0, 1));
});

test("a terminal has them in colours, or in brackets", async () => {
  const texts = faultyTexts(await compared(mixed), 1);
  expect(faultyLines(texts, false)).toBe(
    "\nnl.txt:1, 5 wrong entities\n" +
      "  gold       [PER Emma] woont in [LOC, other boundaries: Nieuw Londen] bij [ORG, other type: Philips]\n" +
      "  predicted  [PER Emma] woont [LOC, made up: in] [LOC, other boundaries: Nieuw] Londen bij [LOC, other type: Philips]\n",
  );
  const colored = faultyLines(texts, true);
  expect(colored).toContain("\x1b[1;35mEmma\x1b[0m\x1b[2m[PER]\x1b[0m woont");
  expect(colored).toContain(
    "\x1b[1;32min\x1b[0m\x1b[2m[LOC \x1b[0m\x1b[1;31mmade up\x1b[0m\x1b[2m]\x1b[0m",
  );
  expect(faultyLines([], true)).toBe("");
});

test("nothing of a corpus reaches a terminal as a command, and a text is one line", async () => {
  const evil = sentence("\x1b[2J\nEmma\x9b", "O B-\x1b[A", "O O", { place: "\x07.txt:1" });
  const lines = faultyLines(faultyTexts(await compared([evil]), 1), false);
  expect(lines).toBe(
    "\n\ufffd.txt:1, 1 wrong entity\n" +
      "  gold       \ufffd[2J [\ufffd[A, missed: Emma\ufffd]\n" +
      "  predicted  \ufffd[2J Emma\ufffd\n",
  );
});
