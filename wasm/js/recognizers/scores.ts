// SPDX-License-Identifier: Apache-2.0

/**
 * The score of a record says how it was found, not how likely it is:
 *
 * - `checked`: the value proves itself, by a check digit that holds or by a form that nothing else has
 *   (`anna@example.org`, `https://…`, a published prefix of keys);
 * - `in_context`: the form is one that other things have, too, and a word nearby says what it is ("IP",
 *   "tel.", "SSN");
 * - `form`: such a form with no word nearby.
 */
export const scores = { checked: 1, in_context: 0.85, form: 0.6 } as const;
