// SPDX-License-Identifier: Apache-2.0

/** How one country writes one kind of number of a person, and what holds of it. */
export interface IdRule {
  /** ISO 3166-1: `DE`. */
  country: string;
  /** What it is called there: `IdNr`. */
  name: string;
  /**
   * How it is written, ways separated by `|`: a number is that many digits, an `a` is a letter, anything else
   * stands for itself (a hyphen for any hyphen, a space for any space). Behind a way that needs no word nearby is a
   * `!`: nothing else is written so, or fewer than one in a hundred such numbers pass the check.
   *
   *     "3.3.3-2!|11": 123.456.789-09 anywhere, 12345678909 where a word says what it is
   */
  shapes: string;
  /** Whether these digits and capital letters, without separators, can be one: days, ranges. */
  form?: (value: string) => boolean;
  /** Whether the check digits hold. Without a check, or where it is optional and fails, the score is lower. */
  check?: (value: string) => boolean;
  /** Newer numbers have no check digit any more. */
  is_check_optional?: true;
  /** Words that say what it is. */
  words: readonly string[];
}

const kinds = { digit: "d", letter: "a" } as const;

/** A place in the tree of all shapes. */
export interface ShapeNode {
  next: Map<string, ShapeNode>;
  /** Rules whose shape ends here, and whether each needs no word. */
  ends: { rule: IdRule; isDistinct: boolean }[];
}

/** One tree of all rules' shapes: a text is compared with all of them at once. */
export function shapeTree(rules: readonly IdRule[]): ShapeNode {
  const root: ShapeNode = { next: new Map(), ends: [] };
  for (const rule of rules) {
    for (const shape of rule.shapes.split("|")) {
      let node = root;
      for (const part of shape.match(/\d+|a+|[^\da!]/g) ?? []) {
        const key = keyOf(part);
        const child = node.next.get(key) ?? { next: new Map(), ends: [] };
        node.next.set(key, child);
        node = child;
      }
      node.ends.push({ rule, isDistinct: shape.endsWith("!") });
    }
  }
  return root;
}

function keyOf(part: string): string {
  if (/\d/.test(part)) return groupKey("digit", Number(part));
  return part.startsWith("a") ? groupKey("letter", part.length) : part;
}

/** The tree's key of a group: `d11`, `a2`. */
export function groupKey(kind: keyof typeof kinds, length: number): string {
  return kinds[kind] + String(length);
}
