// SPDX-License-Identifier: Apache-2.0

/** Common and invented names of a script, parted by spaces. */
export interface NameLists {
  readonly given: string;
  readonly family: string;
  readonly place: string;
  readonly firm: string;
  /** Family names of one character. */
  readonly singles?: string;
  /** Given names of one character. */
  readonly ends?: string;
  /** What stands before one of `ends` in a given name of two. */
  readonly firsts?: string;
}
