// SPDX-License-Identifier: Apache-2.0

/**
 * How numbers are written in a country without a calling code, where the text beside them is in its language and
 * libphonenumber takes the number. `sure` groups are those of nothing else there; `open` ones other numbers have,
 * too: they have to stand as a number to call does, see `isApart`.
 *
 * `n` stands for a space or a full stop or a hyphen, the same throughout is not asked.
 */
const groups: Readonly<Record<string, { sure?: string; open?: string }>> = {
  DK: { sure: "dd dd dd dd", open: "d{8}|d{4} d{4}|dd ddd ddd" },
  NO: { sure: "dd dd dd dd|[489]dd dd ddd", open: "[49]d{7}|d{4} d{4}" },
  SE: { sure: "0d{1,3}-d{2,3} ?dd(?: ?d{2,3}){1,2}|07d dddnddndd", open: "07d{8}|0d{1,3}-d{5,8}" },
  FI: { sure: "0[45]dn?d{3}nd{3,4}", open: "0[45]d{7,9}" },
  DE: {
    sure: "\\(?0d{2,4}\\)?(?: ?[/-] ?| )d{1,4}(?: d{2,4}){1,4}(?:-d{1,4})?|0d{2,4} ?[/-] ?d{3,8}(?:-d{1,4})?",
    open: "01[5-7]d{8,9}|0[2-9]d{8,10}",
  },
  AT: {
    sure: "\\(?0d{1,4}\\)?(?: ?[/-] ?| )d{3,4}(?: d{2,4}){1,3}(?:-d{1,4})?",
    open: "06d{8,11}",
  },
  CH: { sure: "0ddn?dddnddndd", open: "07[5-9]d{7}" },
  NL: {
    sure: "0d{1,3}(?: ?- ?| )d{2,4} ?d{2,4}(?: dd)?|06(?: ?- ?| )d{1,4}(?: d{2,4}){1,3}",
    open: "06d{8}|0d{9}",
  },
  BE: { sure: "0d{1,3}(?: ?/ ?| )d{2,3}nddndd(?:ndd)?|04dd(?: ?/ ?| )d{3}nd{3}", open: "04d{8}" },
  FR: { sure: "0d(?:ndd){4}", open: "0[1-79]d{8}" },
  ES: {
    sure: "[6-9]dd[ .-]dd[ .-]dd[ .-]dd|9d dddnddndd|[67]dd[.-]ddd[.-]ddd",
    open: "[6-9]dd ddd ddd|[67]d{8}|9[1-8]d{7}",
  },
  MX: { sure: "dd d{4}[ -]d{4}|ddd ddd[ -]d{4}|ddd ddd dd dd", open: "[1-9]d{9}" },
  AR: { sure: "(?:11|15)[ -]d{4}[ -]d{4}|[23]dd[ -]ddd[ -]?d{4}|[23]d{3}[ -]dd[ -]?d{4}" },
  CO: { sure: "3dd[ -]ddd[ -]d{4}|3dd[ -]ddd[ -]dd[ -]dd", open: "3d{9}" },
  CL: { sure: "9 d{4}[ -]d{4}", open: "9d{8}" },
  PT: {
    sure: "9[1236] dddnddndd|[29]dd[.-]ddd[.-]ddd|2d dddnddndd",
    open: "[29]dd ddd ddd|9[1236]d{7}|2d{8}",
  },
  BR: { sure: "\\(?dd\\)? ?9? ?d{4}[ .-]d{4}|9d{4}-d{4}", open: "dd 9d{8}" },
  IT: { sure: "3ddn?dddn?d{4}|3dd dd dd ddd|0d{1,3}[/ -]d{6,8}", open: "3d{9}" },
  PL: {
    sure: "ddd[.-]ddd[.-]ddd|\\(?dd\\)?[ -]ddd[ -]dd[ -]dd|\\(?dd\\) ?d{7}",
    open: "ddd ddd ddd|[4-8]d{8}",
  },
  HU: {
    sure: "06[ /-]?\\(?d{1,2}\\)?[ /-]?d{3}[ /-]d{3,4}|(?:20|30|31|50|70)[/-]d{3}[ -]d{4}|(?:20|30|31|50|70) d{3} dd dd",
    open: "(?:20|30|31|50|70) d{3} ?d{4}|06(?:20|30|31|50|70)d{7}|(?:20|30|31|50|70)d{7}",
  },
  RO: { sure: "0[237]ddndddnddd|0[23]d[ .-]ddd[ .-]dd[ .-]dd|0[23]dd[/-]d{6}", open: "0[237]d{8}" },
  TR: { sure: "0? ?\\(?[2-5]dd\\)? ?dddnddndd|0 ?[2-5]dd ddd d{4}", open: "0?5d{9}" },
  ID: {
    sure: "08dd[ .-]d{3,4}[ .-]d{3,5}|\\(?0d{2,3}\\)?[ -]d{3,4}[ -]?d{3,5}",
    open: "08d{8,11}",
  },
  IN: {
    sure: "0?[6-9]d{4}[ -]d{5}|[6-9]dd[ -]ddd[ -]d{4}|0d{2,4}[ -]d{3,4} ?d{3,4}",
    open: "0?[6-9]d{9}",
  },
  BD: {
    sure: "01[3-9]dd[ -]d{3} ?-?d{3}|01[3-9]d?[ -]d{3,4}[ -]d{3,4}|0d{1,3}-d{6,8}",
    open: "01[3-9]d{8}",
  },
  TH: {
    sure: "0[689]d[ .-]d{3}[ .-]d{4}|0[2-7]d?[ .-]d{3}[ .-]d{3,4}|0d{1,2}[ -]d{7}",
    open: "0[689]d{8}",
  },
  JP: { sure: "0d{1,3}[-( ]d{2,4}[-) ]d{4}", open: "0[789]0d{8}" },
  KR: { sure: "0d{1,2}[ .)-]d{3,4}[ .-]d{4}|1[568]dd-d{4}", open: "010d{8}" },
  CN: { sure: "1[3-9]d[ -]d{4}[ -]d{4}|0d{2,3}[ -]d{7,8}", open: "1[3-9]d{9}" },
  TW: { sure: "09dd[ -]?ddd[ -]?ddd|\\(?0d\\)?[ -]?d{4}[ -]d{4}|\\(?0d\\)?[ -]?d{3}[ -]d{4}" },
  RU: {
    sure: "(?:8[ -]?)?\\(?d{3}\\)?[ -]d{3}[ -]dd[ -]?dd|8?\\(d{3,4}\\) ?d{2,3}-?dd-?dd|8[ -]d{3}[ -]d{7}",
    open: "89d{9}|9d{9}",
  },
  KZ: {
    sure: "(?:8[ -]?)?\\(?7dd\\)?[ -]d{3}[ -]dd[ -]?dd|8?\\(7d{2,4}\\) ?d{2,3}-?dd-?dd",
    open: "87d{9}|7d{9}",
  },
  GB: { sure: "\\(?0d{2,4}\\)? d{3,4} ?d{3,4}", open: "07d{9}|0[12]d{9}" },
  IE: { sure: "08d[ -]ddd[ -]d{4}|\\(?0d{1,2}\\)? d{3} d{4}", open: "08d{8}" },
  AU: { sure: "04dd ddd ddd|\\(?0[2378]\\)? d{4} d{4}", open: "04d{8}" },
  NZ: { sure: "02d[ -]d{3}[ -]d{3,5}" },
  ZA: { sure: "0[1-8]d[ -]d{3}[ -]d{4}", open: "0[678]d{8}" },
  US: { sure: "\\([2-9]dd\\) ?ddd[ .-]?d{4}", open: "[2-9]dd ddd d{4}|[2-9]dd ddd-d{4}" },
  CA: { sure: "\\([2-9]dd\\) ?ddd[ .-]?d{4}", open: "[2-9]dd ddd d{4}|[2-9]dd ddd-d{4}" },
};

const forms = new Map(
  Object.entries(groups).map(([country, { sure, open }]) => [
    country,
    { sure: formOf(sure), open: formOf(open) },
  ]),
);

function formOf(form: string | undefined): RegExp | undefined {
  if (form === undefined) return undefined;
  const source = form.replace(/\\?./g, (sign) =>
    sign === "d" ? "\\d" : sign === "n" ? "[ .-]" : sign,
  );
  return new RegExp(`^(?:${source})$`);
}

/** The countries that write a number so, ASCII as `asciiForm` gives it. */
export function writersOf(
  number: string,
  kind: "sure" | "open",
  countries: readonly string[],
): readonly string[] {
  return countries.filter((country) => forms.get(country)?.[kind]?.test(number) === true);
}

const cutBefore = /\p{Nd}[-–./]$/u;
const cutAfter = /^[-–./]\p{Nd}/u;

/** Whether no further digits are tied to these: "2024/05/0012345" has no number to call. */
export function isWhole(text: string, start: number, end: number): boolean {
  return (
    !cutBefore.test(text.slice(Math.max(0, start - 2), start)) &&
    !cutAfter.test(text.slice(end, end + 2))
  );
}

/** Words between which and a number nothing stands where it is called: "at", "al", "på". */
const prepositions =
  "at|on|to|al|el|no|ao|na|em|pelo|pod|unter|an|auf|på|op|sur|au|la|pe|til|till|ke|di|по|на|sul|ou|or|oder|lub|eller|of|vagy|sau|veya|atau|или";
const opens = new RegExp(
  `(?:^|[\\n,;.!?…()（"“„»'*>|·•–—，。！？；]|\\p{Extended_Pictographic}\\ufe0f?|(?<!\\p{L})(?:${prepositions})|\\s-)\\s*$`,
  "iu",
);
const closes =
  /^\s*(?:$|\n|[,;!?)）"”“»…。，！？；、<|]|\.(?!\d)|[-–—]\s|\p{Extended_Pictographic}|(?:or|oder|ou|o|lub|eller|of|vagy|sau|veya|atau|или|немесе|e|y|and|und|et|og|och|en|i|és|și|ve|dan|и)\s)/u;
/** Where a message or a sentence begins, so that a number may begin it: "ja! 97701864 hvis noe er rart". */
const begins = /(?:^|\n|[.!?…]\s|[:：]\s?)$/u;

/**
 * Whether a number stands apart as one to call does: between signs or behind "at", and nothing is counted by it.
 * Behind a colon only where that is of a speaker, who speaks twice.
 */
export function isApart(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 32), start);
  const after = text.slice(end, end + 12);
  const speaker = /(?:^|\n)([^\n:：]{1,30})[:：]\s?$/u.exec(before)?.[1];
  const isBehind = speaker === undefined ? opens.test(before) : speaksTwice(text, start, speaker);
  if (!isBehind) return false;
  return closes.test(after) || (begins.test(before) && /^\s\p{Ll}{3}/u.test(after));
}

function speaksTwice(text: string, at: number, speaker: string): boolean {
  const near = `\n${text.slice(Math.max(0, at - 1000), at + 1000)}`;
  return near.split(`\n${speaker}:`).length + near.split(`\n${speaker}：`).length > 3;
}
