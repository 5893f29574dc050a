// SPDX-License-Identifier: Apache-2.0

import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";

import { fromSource } from "./from_source.js";

const { nameRules } = await fromSource("wasm/js/names/create.ts");
const rules = nameRules();

const words = (text) => rules.recognize(text).map(({ word }) => word);

describe("a person is found", () => {
  test.each([
    // by a title
    ["Frau Dr. Lindqvist-Maurer hat angerufen", ["Lindqvist-Maurer"]],
    ["Ich sprach mit Herrn Lange über den Vertrag", ["Lange"]],
    ["please tell mr hargreave that it leaks", ["mr hargreave"]],
    ["Met Ms. Nwosu-Bright yesterday", ["Ms. Nwosu-Bright"]],
    ["Mevrouw van der Zwaluw komt om drie uur", ["van der Zwaluw"]],
    ["Bugün Gülbahar Hanım da gelecek", ["Gülbahar Hanım"]],
    ["dr. T. Okkerse belt terug", ["T. Okkerse"]],
    // by a field of a form
    ["Name: Berghuis, Annelotte", ["Berghuis, Annelotte"]],
    ["Name: Annelotte Berghuis, Adresse: Seestraße 4", ["Annelotte Berghuis"]],
    ["Prénom : Zéphirine\nNom : Tranchemontagne", ["Zéphirine", "Tranchemontagne"]],
    ["Imię i nazwisko: Bożydar Wróbelek", ["Bożydar Wróbelek"]],
    ["氏名：綾小路 静香", ["綾小路 静香"]],
    ["联系人：欧阳晓燕，电话：无", ["欧阳晓燕"]],
    ["ФИО: Крыжовникова Олимпиада Карповна", ["Крыжовникова Олимпиада Карповна"]],
    // in a letter
    ["Dear Ottoline,\nit rains.", ["Ottoline"]],
    ["Es regnet.\n\nMit freundlichen Grüßen\nWendelgard Pfefferkorn", ["Wendelgard Pfefferkorn"]],
    ["Det regner.\n\nW. Pettersvold", ["W. Pettersvold"]],
    // in a chat
    [
      "zwirbel: bist du da?\nAnne Q: ja\nzwirbel: wann?\nAnne Q: um 8\n",
      ["zwirbel", "Anne Q", "zwirbel", "Anne Q"],
    ],
    // before an honorific
    ["明日は綾小路さんと会います", ["綾小路"]],
    ["请把文件交给欧女士。李先生也要", ["李"]],
    ["오늘 봉미선 씨가 왔어요", ["봉미선"]],
    ["夫の永瀬 隆が出ます", ["永瀬 隆"]],
    // by an address of e-mail
    ["Ask zwettlinger, zwettlinger@example.org", ["zwettlinger"]],
    ["Jürg Mückli: j.mueckli@example.ch", ["Jürg Mückli"]],
    // by a given name
    ["see you at the gate, katarzyna", ["katarzyna"]],
    ["Umowa Katarzyny Zimnej", ["Katarzyny"]],
    ["Das ist Katharinas Vertrag", ["Katharinas"]],
    ["Annának adtam", ["Annának"]],
    ["İbrahim'in arabası", ["İbrahim'in"]],
    ["Rosalind van den Berghe called", ["Rosalind van den Berghe"]],
    // in scripts without spaces, and before Korean endings
    ["请联系Katarzyna吧", ["Katarzyna"]],
    ["คุณKatarzynaครับ", ["Katarzyna"]],
    ["Katarzyna가 왔어요", ["Katarzyna"]],
    ["Katarzyna Zimna แจ้งข่าว", ["Katarzyna Zimna"]],
    // with what Markdown, HTML and mail programs add
    ["**Name**: Ottoline Zwirbel", ["Ottoline Zwirbel"]],
    ["<b>Name:</b> Ottoline Zwirbel", ["Ottoline Zwirbel"]],
    ["__Name:__ Ottoline Zwirbel", ["Ottoline Zwirbel"]],
    ["Name:\tOttoline Zwirbel", ["Ottoline Zwirbel"]],
    ["Name:&nbsp;Ottoline Zwirbel", ["Ottoline Zwirbel"]],
    ["From: Ottoline Zwirbel <o@example.org>", ["Ottoline Zwirbel"]],
    ["Best regards\r\nPfefferkorn", ["Pfefferkorn"]],
    ["> Best regards\n> Pfefferkorn", ["Pfefferkorn"]],
    ["Regards,\n-- \nPfefferkorn", ["Pfefferkorn"]],
    ["Thanks,\n**Wendelgard Pfefferkorn**", ["Wendelgard Pfefferkorn"]],
    ["- Hi Zwirbel,", ["Zwirbel"]],
    ["Dear Zwirbel;\nit rains", ["Zwirbel"]],
    ["Frau  Zwirbel kam", ["Zwirbel"]],
    ["Frau\u202fZwirbel kam", ["Zwirbel"]],
    ["J.\u202fTolkien", ["J.\u202fTolkien"]],
  ])("%j", (text, expected) => {
    expect(words(text)).toEqual(expected);
  });
});

describe("nobody is found", () => {
  test.each([
    "Dear Sir or Madam,\nthank you.",
    "Hallo zusammen, bis morgen!",
    "Name: siehe oben",
    "Hi team,\nthe build is red.",
    "Vi kommer i morgon. Vi ses!",
    "in III, VII and XVI",
    "See Fig. A. Results, Vitamin D. Sonne",
    "政治・経済、製造・販売",
    "様々な仕様と多様な君主",
    "태평양의 북한군, 아저씨, 아가씨",
    "Address: Baker Street 4\nPhone: 12",
    "Kontor: hej\nKunde: hej\nKontor: ja\nKunde: nej\n",
    "one: 1\ntwo: 2\nthree: 3",
    "The will of the people may change in april.",
    "Write to info@example.org. The info is there.",
    "고객님, 안녕하세요. 선생님께 전화하세요.",
    "皆さん、お客様へ",
    "U.S. Army and E. coli",
    "",
    "\ud800 : \udc00",
  ])("%j", (text) => {
    expect(words(text)).toEqual([]);
  });
});

const pieces = fc.constantFrom(
  ..."Anna,berg,Dr.,Mr,van,der,Name:,Hi,:,\n, ,  ,\t,.,A.,さん,永瀬,隆,王,先生,김민수,씨,é,\u0301,İ,😀,\ud83d,@,anna.berg@example.org,Best regards,hanım,·,12:00".split(
    ",",
  ),
);

test("records slice, in order, without overlap, whatever the text holds", () => {
  const texts = fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join(" "));
  fc.assert(
    fc.property(fc.oneof(texts, fc.string({ unit: "binary" })), (text) => {
      let before = 0;
      for (const record of rules.recognize(text)) {
        const { entity_group, score, word, start, end, source } = record;
        expect({ entity_group, source }).toEqual({ entity_group: "PER", source: "name" });
        expect(score > 0 && score <= 1 && start >= before && end > start).toBe(true);
        expect(text.slice(start, end)).toBe(word);
        before = end;
      }
    }),
    { numRuns: Number(process.env.XLMR_NER_CASES ?? 2000) },
  );
});

describe("of what a model finds", () => {
  const trimmed = (text, word, label = "PER") => {
    const start = text.indexOf(word);
    const entity = {
      entity_group: label,
      score: 0.5,
      word,
      start,
      end: start + word.length,
      source: "model",
    };
    return rules.trim(text, entity).map((each) => text.slice(each.start, each.end));
  };

  test.each([
    ["Salut Ottoline, ça va ?", "Salut Ottoline", ["Ottoline"]],
    ["je suis chez moi", "je suis", []],
    ["Chefarzt Pfefferkorn", "Chefarzt Pfefferkorn", ["Pfefferkorn"]],
    ["Puszi\nOttoline", "Puszi\nOttoline", ["Ottoline"]],
    ["J. Mikkelsborg   Leder", "J. Mikkelsborg   Leder", ["J. Mikkelsborg"]],
    ["Ich sah Lange gestern", "Lange", ["Lange"]],
    ["Mr. Nwosu", "Mr. Nwosu", ["Mr. Nwosu"]],
    ["123", "123", ["123"]],
  ])("%j, %j is left", (text, word, left) => {
    expect(trimmed(text, word)).toEqual(left);
  });

  test("ends of lines without end take no time", () => {
    expect(trimmed(`Zwirbel${"\n".repeat(1e6)}`, `Zwirbel${"\n".repeat(1e6)}`)).toEqual([
      "Zwirbel",
    ]);
  });

  test("places keep words with a capital", () => {
    expect(trimmed("in La Paz maintenant", "La Paz maintenant", "LOC")).toEqual(["La Paz"]);
    expect(trimmed("Die Zeit", "Die Zeit", "ORG")).toEqual(["Die Zeit"]);
  });
});

describe("mentions of known names", () => {
  const found = (names, text) => {
    const finder = rules.mentionFinder();
    for (const name of names) finder.add(name);
    return finder.find(text).map(([start, end]) => text.slice(start, end));
  };

  test("in another case, or with an ending", () => {
    expect(found(["Mert Aydınoğlu"], "MERT geldi, aydınoğlu'nun arabası")).toEqual([
      "MERT",
      "aydınoğlu'nun",
    ]);
    expect(found(["Balázs"], "írj balázsnak")).toEqual(["balázsnak"]);
    expect(found(["Катя"], "забрать катю")).toEqual(["катю"]);
  });

  test("are no everyday words, and no other words", () => {
    expect(found(["May Field"], "it may rain, mayor")).toEqual([]);
    expect(found([], "Anna")).toEqual([]);
  });
});
