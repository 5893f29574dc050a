// SPDX-License-Identifier: Apache-2.0

const first = ["Angela", "Ada", "Marie", "Nelson", "Rosa", "Alan", "Frida", "Pablo", "Emma"];
const last = ["Merkel", "Lovelace", "Curie", "Mandela", "Parks", "Turing", "Kahlo", "Neruda"];
const places = ["Paris", "London", "Warsaw", "Cape Town", "Montgomery", "Manchester", "Bern"];
const companies = ["Siemens", "the European Commission", "Reuters", "Deutsche Bahn", "UNESCO"];

/** A text of at least so many words, the same each time, with a name or two in each sentence. */
export function longDocument(words: number): string {
  const paragraphs: string[] = [];
  let count = 0;
  for (let i = 0; count < words; i++) {
    const pick = (list: readonly string[], step: number): string =>
      list[(i * step) % list.length] ?? "";
    const who = `${pick(first, 5)} ${pick(last, 3)}`;
    const paragraph =
      `${who} arrived in ${pick(places, 2)} on a grey morning to speak with ${pick(companies, 4)}. ` +
      `Nobody at the station had read the letter, so the talk was put off until noon. ` +
      `By then ${pick(first, 7)} had left for ${pick(places, 3)}, and the papers of ` +
      `${pick(companies, 1)} lay unread on the table.`;
    paragraphs.push(paragraph);
    count += paragraph.split(" ").length;
  }
  return paragraphs.join("\n\n");
}
