// SPDX-License-Identifier: Apache-2.0

// Prints what JavaScript knows for lists.py, as JSON { first, last, calendar }: the given names and surnames of faker's
// locales, and the names of months and of days of the week, some of which are names of persons, too.

import { allLocales } from '@faker-js/faker';

const LANGUAGES = /^(?:bn|da|de|en|es|fr|hi|hu|id|ja|kk|ko|nb|nl|pl|pt|ro|ru|sv|th|tr|zh)(?:_|$)/;
// A joke: no names of anybody.
const NOT = ['en_BORK', 'en_AU_ocker'];

/** All strings in it. @param {unknown} value @returns {string[]} */
function stringsIn(value) {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

const people = Object.entries(allLocales)
  .filter(([locale]) => LANGUAGES.test(locale) && !NOT.includes(locale))
  .map(([, { person }]) => person ?? {});
const names = (/** @type {'first_name' | 'last_name'} */ key) => [
  ...new Set(people.flatMap((person) => stringsIn(person[key]))),
];

const LOCALES = 'bn da de en es fr hi hu id ja kk ko nl nb pl pt ro ru sv th tr zh'.split(' ');
const calendar = LOCALES.flatMap((locale) =>
  Array.from({ length: 12 }, (_, at) => new Date(Date.UTC(2023, at, at * 2 + 1))).flatMap((day) => [
    ...['long', 'numeric'].map((style) =>
      new Intl.DateTimeFormat(locale, { month: 'long', ...(style === 'numeric' && { day: style }) })
        .formatToParts(day)
        .find(({ type }) => type === 'month')?.value,
    ),
    new Intl.DateTimeFormat(locale, { weekday: 'long' }).format(day),
  ]),
);
console.log(JSON.stringify({ first: names('first_name'), last: names('last_name'), calendar }));
