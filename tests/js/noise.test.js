// SPDX-License-Identifier: Apache-2.0

import { describe, expect, test } from "@jest/globals";

import { parseMarked, readEveryday } from "../../models/eval/everyday.mjs";
import { lowerCased, misread, seededRandom, withoutPunctuation } from "../../models/eval/noise.mjs";

const row = (marked, l = "en") => ({ l, s: "mail", m: 1, ...parseMarked(marked) });
const names = ({ t, e }) => e.map(([start, end]) => [...t].slice(start, end).join(""));

describe("lower case", () => {
  test("keeps the spans", () => {
    expect(lowerCased(row("Ask [PER Ann Lee] in [LOC Rome]."))).toEqual(
      row("ask [PER ann lee] in [LOC rome]."),
    );
  });

  test("is that of the language, and may be longer than the text", () => {
    expect(lowerCased(row("[LOC ISPARTA], [LOC İZMİR]", "tr")).t).toBe("ısparta, izmir");
    const longer = lowerCased(row("İ, [LOC İzmir] x"));
    expect(longer.t).toHaveLength(12);
    expect(names(longer)).toEqual(["i̇zmir"]);
  });
});

describe("without punctuation", () => {
  test("words stay apart, names stay whole", () => {
    const bare = withoutPunctuation(
      row("Well, and/or “[PER J. O'Hara]” (of [LOC Stoke-on-Trent])!"),
    );
    expect(bare).toEqual(row("Well and or [PER J. O'Hara] of [LOC Stoke-on-Trent]"));
  });

  test("that of Chinese and Hindi counts, vowel signs stay", () => {
    expect(withoutPunctuation(row("[PER 李雷]，你好。", "zh"))).toEqual(
      row("[PER 李雷] 你好", "zh"),
    );
    expect(withoutPunctuation(row("[PER कमला देवी] आईं।", "hi"))).toEqual(
      row("[PER कमला देवी] आईं", "hi"),
    );
  });
});

describe("misread letters", () => {
  test("are the same for the same seed, and others for another", async () => {
    const rows = await readEveryday();
    const read = (seed) => {
      const random = seededRandom(seed);
      return rows.map((each) => misread(each, random));
    };
    expect(read(1)).toEqual(read(1));
    expect(read(1)).not.toEqual(read(2));
  });

  test("are about 3 in 100, and names keep their places", async () => {
    const random = seededRandom(1);
    let letters = 0;
    let same = 0;
    for (const each of await readEveryday()) {
      const read = misread(each, random);
      letters += [...each.t].filter((character) => /[\p{L}\p{N}]/u.test(character)).length;
      if (read.t === each.t) {
        same += 1;
        expect(read).toEqual(each);
      }
      for (const name of names(read)) expect(name).toBe(name.trim());
      for (const [start, end] of read.e) expect(end).toBeGreaterThan(start);
    }
    expect(letters).toBeGreaterThan(5000);
    expect(same).toBeGreaterThan(20);
    expect(same).toBeLessThan(100);
  });

  test("a generator that always misreads shows each kind", () => {
    const always = (kind) => {
      const numbers = [0, kind, 0, kind];
      return () => numbers.shift() ?? 1;
    };
    expect(misread(row("[PER ml]"), always(0)).e).toEqual([]);
    expect(misread(row("[PER ml] x"), always(0.2)).t).toBe("mmll x");
    expect(misread(row("[PER ml]x"), always(0.4))).toEqual(row("[PER m l] x"));
    expect(misread(row("[PER ml] x"), always(0.9))).toEqual(row("[PER rn1] x"));
  });
});

test("the seeded numbers are spread evenly over [0, 1)", () => {
  const random = seededRandom(7);
  const bins = new Array(10).fill(0);
  for (let at = 0; at < 100_000; at += 1) bins[Math.floor(random() * 10)] += 1;
  for (const count of bins) expect(Math.abs(count - 10_000)).toBeLessThan(400);
});
