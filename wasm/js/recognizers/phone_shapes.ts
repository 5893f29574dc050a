// SPDX-License-Identifier: Apache-2.0

/**
 * How numbers are written in a country without its calling code, so that nothing else looks like them: each a
 * pattern of the number in ASCII, as `asciiForm` gives it.
 */
const national = oneOf([
  /^(?:1[-. ])?\([2-9]\d\d\) ?[2-9]\d\d[-. ]\d{4}$/, // North America
  /^(?:1[-. ])?[2-9]\d\d(?<us>[-.])[2-9]\d\d\k<us>\d{4}$/,
  /^1[- ]8(?:00|33|44|55|66|77|88)[- ]\d{3}[- ]\d{4}$/,
  /^0[1-9](?<fr>[ .-])\d\d(?:\k<fr>\d\d){3}$/, // France
  /^0\d{2,4}(?:[ /]|-| - | \/ )\d{5,8}$/, // Germany, Austria
  /^0[1-9]\d{1,3}[ /-]\d{2,4}(?: \d{2,4}){1,3}$/, // Germany, Turkey, Switzerland, United Kingdom, Sweden
  /^0\d{2,4} \d{2,4}-\d{3,4}$/,
  /^\(0\d{1,4}\) ?\d{2,8}(?:[ -]\d{2,8}){0,3}$/,
  /^0[1-9]\d{1,3}-\d{2,4}-\d{2,4}(?:-\d{2})?$/, // Japan, Korea, Thailand, Indonesia
  /^0\d-\d{3,4}-\d{3,4}$/,
  /^06[- ]\d{8}$/, // Netherlands
  /^06[ -]\d{1,2}[ -/]\d{3}[ -]\d{3,4}$/, // Hungary
  /^\(\d{2}\) ?9?\d{4}[- ]\d{4}$/, // Brazil
  /^8 ?[(-] ?\d{3}[)-] ?\d{3}[- ]\d{2}[- ]\d{2}$/, // Russia, Kazakhstan
  /^8 \d{3} \d{3}[- ]\d{2}[- ]\d{2}$/,
  /^[6-9]\d{4}[ -]\d{5}$/, // India
  /^01[3-9]\d{2}-\d{6}$/, // Bangladesh
  /^1[3-9]\d(?<cn>[- ])\d{4}\k<cn>\d{4}$/, // China
]);

/** A mobile number of China, which Chinese text has without a space beside it. */
const chinese = /^1[3-9]\d{9}$/;

/** Whether the number has a form that nothing else has; `isChinese` where the text beside it is. */
export function isNationalShape(number: string, isChinese: boolean): boolean {
  return national.test(number) || (isChinese && chinese.test(number));
}

/** Numbers that are written like one to call: days, versions, places, sums with groups of three. */
const others = oneOf([
  /^\d{1,2}(?<a>[./-])\d{1,2}\k<a>(?:19|20)\d\d(?!\k<a>?\d)/,
  /^\d{1,2}(?<b>[./-])\d{1,2}\k<b>\d{2}(?!\k<b>?\d)/,
  /^(?:19|20)\d\d(?<c>[./-])\d{1,2}\k<c>\d{1,2}(?!\k<c>?\d)/,
  /^(?:1\d|20)\d\d ?[-/] ?(?:1\d|20)\d\d$/,
  /^(?:\d )?(?:19|20)\d\d ?[-/] ?\d\d$/, // "Ligue 1 2010-11"
  /^\d{1,2}\.\d\d ?- ?\d{1,2}\.\d\d$/, // "15.00-18.00"
  /^\d{1,3}(?:\.\d{1,3}){3}$/,
  /^\d+\.\d+$/,
  /^\d{2}\.\d{3}\.\d{3}\/\d{4}/, // companies of Brazil
  /^\d{2}\.?\d{3}-\d{3,4}$/, // postal codes of Brazil and the United States
  /^(?:978|979)[- ]?\d{1,5}[- ]?\d{1,7}[- ]?\d{1,7}[- ]?\d$/,
]);

export function isOtherShape(number: string): boolean {
  return others.test(number);
}

/** A sum with groups of three: a number to call only where a word says so. */
export function isSum(number: string): boolean {
  return /^(?:\d{1,2}(?:[ .]\d{3})+|\d{3}[ .]\d{3})$/.test(number);
}

/** One pattern of several: a text is gone through once. */
function oneOf(patterns: readonly RegExp[]): RegExp {
  return new RegExp(patterns.map(({ source }) => source).join("|"));
}
