// SPDX-License-Identifier: Apache-2.0

/** What was put into a masked text. */
interface Replaced {
  readonly policy: string;
  readonly value: string;
  readonly replacement: string;
  readonly start: number;
  readonly end: number;
  readonly masked_start: number;
  readonly masked_end: number;
}

/** What stands for a value. */
interface Placed {
  readonly start: number;
  readonly end: number;
  readonly value: string;
  readonly isExact: boolean;
}

/** A text, what was replaced in it, what stayed as it stands for something, and what is found in the masked text. */
export interface MaskedText {
  readonly text: string;
  readonly replacements: readonly Replaced[];
  readonly fixed: readonly Placed[];
  readonly found: readonly Placed[];
  /** What `unmask` gives. */
  readonly restored: string;
}

/** Whether each pseudonym of a masked text is read as it was given, and the whole as it was. */
export function comesBack({ text, replacements, fixed, found, restored }: MaskedText): boolean {
  const named = replacements.filter(({ policy }) => policy === "pseudonym");
  if (named.length === 0) return true;
  const exact = new Map(found.map((each) => [each.start, each]));
  const isRead = named.every(({ masked_start, masked_end }) => {
    const each = exact.get(masked_start);
    return each?.end === masked_end && each.isExact;
  });
  return isRead && restored === wanted(text, replacements, fixed);
}

/** Values that were replaced with a way back, and what the text's own placeholders stand for. */
function wanted(text: string, replacements: readonly Replaced[], fixed: readonly Placed[]): string {
  const hasWay = (policy: string): boolean => policy === "replace" || policy === "pseudonym";
  const parts = [
    ...replacements.map(({ start, end, policy, value, replacement }) => ({
      start,
      end,
      text: hasWay(policy) ? value : replacement,
    })),
    ...fixed.map(({ start, end, value }) => ({ start, end, text: value })),
  ].sort((a, b) => a.start - b.start);
  let out = "";
  let at = 0;
  for (const each of parts) {
    out += text.slice(at, each.start) + each.text;
    at = each.end;
  }
  return out + text.slice(at);
}
