// SPDX-License-Identifier: Apache-2.0

import { languageOf } from "./languages.js";

/** A text of the examples menu. */
export interface Example {
  /** What the text area gets. */
  readonly text: string;
  /** What the menu shows. Default: the text itself. */
  readonly title?: string;
  /** The heading in the menu under which it stands. */
  readonly group?: string;
}

/** Sentences for models whose card has none, by BCP 47 language. */
const sentences: Readonly<Record<string, readonly string[]>> = {
  ar: ["التقت ليلى حداد بمدير جامعة القاهرة في الإسكندرية."],
  bn: ["রবীন্দ্রনাথ ঠাকুর কলকাতায় জন্মগ্রহণ করেন।"],
  da: ["Margrethe Vestager talte i København om Europa-Kommissionen."],
  de: ["Angela Merkel besuchte im Juli Paris.", "Die Deutsche Bahn baut in Stuttgart."],
  en: [
    "My name is Sarah and I live in London.",
    "Ada Lovelace wrote to Charles Babbage from Ockham.",
    "The European Commission met representatives of Siemens in Brussels.",
  ],
  es: ["Gabriel García Márquez nació en Aracataca, en Colombia."],
  fr: ["Marie Curie a travaillé à l'Université de Paris."],
  he: ["דוד בן גוריון נאם בירושלים בפני חברי הכנסת."],
  hi: ["महात्मा गांधी का जन्म पोरबंदर में हुआ था।"],
  hu: ["Bartók Béla Budapesten tanított a Zeneakadémián."],
  id: ["Soekarno lahir di Surabaya dan belajar di Bandung."],
  it: ["Dante Alighieri nacque a Firenze."],
  ja: [
    "鈴木は4月の陽気の良い日に、鈴をつけて熊本県の阿蘇山に登った",
    "夏目漱石は東京大学で学んだ。",
  ],
  kk: ["Абай Құнанбайұлы Семейде оқыды."],
  ko: ["세종대왕은 한양에서 태어났다."],
  nl: ["Mijn naam is Emma en ik woon in Londen.", "Groenlinks praat over Schiphol."],
  no: ["Roald Amundsen reiste fra Oslo til Sydpolen."],
  pl: ["Maria Skłodowska urodziła się w Warszawie."],
  pt: ["Fernando Pessoa nasceu em Lisboa."],
  ro: ["George Enescu a cântat la Ateneul Român din București."],
  ru: ["Анна Ахматова жила в Ленинграде."],
  sv: ["Astrid Lindgren växte upp i Vimmerby."],
  th: ["สุนทรภู่เกิดที่กรุงเทพมหานคร"],
  tr: ["Orhan Pamuk İstanbul'da doğdu."],
  zh: ["鲁迅出生于浙江绍兴。"],
};

/**
 * The sentences in `language`, then one in each of the others, of the languages that a model knows, or
 * of all where `known` is undefined.
 */
export function defaultExamples(language: string, known?: readonly string[]): Example[] {
  const all = Object.keys(sentences).filter(
    (each) => known === undefined || known.some((tag) => languageOf(tag) === each),
  );
  const wanted = languageOf(language) ?? "en";
  const own = all.includes(wanted) ? wanted : all.includes("en") ? "en" : all[0];
  if (own === undefined) return [];
  const names = new Intl.DisplayNames([own], { type: "language", fallback: "code" });
  return [
    ...(sentences[own] ?? []).map((text) => ({ text })),
    ...all
      .filter((each) => each !== own)
      .flatMap((each) =>
        (sentences[each] ?? []).slice(0, 1).map((text) => ({
          text,
          title: names.of(each) ?? each,
          group: "Other languages",
        })),
      ),
  ];
}
