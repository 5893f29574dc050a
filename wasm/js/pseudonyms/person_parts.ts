// SPDX-License-Identifier: Apache-2.0

import { isJoinedScript, scriptOf } from "./scripts.js";

/** What a part of a person's name is. */
export type Role = "given" | "family" | "initial" | "single" | "end" | "pair" | "keep";

/** A part of a person's name, where it stands in it. */
export interface NamePart {
  readonly text: string;
  readonly start: number;
  readonly role: Role;
  readonly script: string | undefined;
}

/**
 * The parts of a person's name: words, and in Han, Hangul and kana what a name without spaces is made of. The last
 * of several words is the family name, or the first where a comma follows it; a word alone is a given name.
 *
 *     partsOf("Anna van Berg")   // given Anna, keep van, family Berg
 *     partsOf("鈴木一郎")          // family 鈴木, given 一郎
 *     partsOf("王明")             // single 王, end 明: in the order of Chinese
 */
export function partsOf(name: string): NamePart[] {
  const words = [...name.matchAll(/[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu)].flatMap(
    ({ 0: found, index: start }) => {
      const text = found.replace(/(?<=\p{L})['’][sS]$/u, "");
      const script = scriptOf(text);
      return script !== undefined && isJoinedScript(script)
        ? runsOf(text, start)
        : [{ text, start, role: roleAlone(text), script }];
    },
  );
  const open = words.filter(({ role }) => role === "given");
  const family = /^[^,，]*\p{L}\s*[,，]/u.test(name) ? open[0] : open.at(-1);
  const isFull = open.length > 1 || words.some(({ role }) => role === "initial");
  return words.flatMap((word) => {
    if (word.script !== undefined && isJoinedScript(word.script)) return joinedParts(word, isFull);
    return [isFull && word === family ? withRole(word, "family") : word];
  });
}

/** What stands between names, written small: of other persons as well. */
const particles = new Set(
  (
    "af av bin bint da das de dei del della den der des di do dos du e el i ibn la le los op ter ten und van vom von y " +
    "zu zum zur و بن ابن بنت آل בת"
  ).split(" "),
);
const titles = new Set(
  "dr prof mr mrs ms herr frau sir madame monsieur señor señora др проф г господин госпожа الدكتور ד פרופ श्री श्रीमती डॉ".split(
    " ",
  ),
);

function roleAlone(text: string): Role {
  const folded = text.toLowerCase();
  if (particles.has(text) || titles.has(folded) || !/\p{L}/u.test(text)) return "keep";
  return Array.from(text).length === 1 && folded !== text.toUpperCase() ? "initial" : "given";
}

/** How Japanese people are addressed. */
const honorific = /^(?:さん|さま|ちゃん|くん|せんせい)$/u;
const run =
  /[\p{sc=Han}々〆ヶ]+|[\p{sc=Katakana}ー]+|\p{sc=Hiragana}+|\p{sc=Hangul}+|(?:(?![\p{sc=Han}々〆ヶ\p{sc=Katakana}ー\p{sc=Hiragana}\p{sc=Hangul}]).)+/gsu;

function runsOf(text: string, from: number): NamePart[] {
  return [...text.matchAll(run)].map(({ 0: part, index }) => {
    const role = honorific.test(part) || !/\p{L}/u.test(part) ? "keep" : "given";
    return { text: part, start: from + index, role, script: scriptOf(part) };
  });
}

const doubleFamily =
  /^(?:欧阳|司马|诸葛|上官|司徒|东方|慕容|歐陽|司馬|諸葛|남궁|황보|제갈|선우|독고|사공)/u;
/** The hundred most common family names of Chinese: what begins with one is taken for a Chinese name. */
const chinese =
  /^[王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎閻余潘杜戴夏钟鍾汪田任姜范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍]/u;

function joinedParts(word: NamePart, isFull: boolean): NamePart[] {
  const { text, script, role } = word;
  if (role === "keep") return [word];
  const length = Array.from(text).length;
  const cut = (...roles: readonly [Role, number, Role]): NamePart[] => {
    const [first, units, second] = roles;
    return [part(word, 0, units, first), part(word, units, text.length, second)];
  };
  const rest = (count: number): Role => (count === 1 ? "end" : "pair");
  if (script === "Hangul") {
    if (isFull) return [withRole(word, length === 1 ? "single" : length < 4 ? "given" : "family")];
    if (length === 3) return cut("single", 1, "given");
    if (length === 4 && doubleFamily.test(text)) return cut("family", 2, "given");
    return [withRole(word, length === 1 ? "keep" : length < 4 ? "given" : "family")];
  }
  if (script !== "Han") return [word];
  if (length === 1) return [withRole(word, isFull ? "single" : "keep")];
  if (isFull) return [word];
  if (doubleFamily.test(text) && length > 2) return cut("single", 2, rest(length - 2));
  if (length < 4 && chinese.test(text)) {
    return cut("single", String.fromCodePoint(text.codePointAt(0) ?? 0).length, rest(length - 1));
  }
  if (length === 2) return [withRole(word, "family")];
  const units = Array.from(text)
    .slice(0, length === 5 ? 3 : 2)
    .join("").length;
  return cut("family", units, "given");
}

function part({ text, start, script }: NamePart, from: number, to: number, role: Role): NamePart {
  return { text: text.slice(from, to), start: start + from, role, script };
}

function withRole({ text, start, script }: NamePart, role: Role): NamePart {
  return { text, start, role, script };
}
