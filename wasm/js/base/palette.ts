// SPDX-License-Identifier: Apache-2.0

/**
 * The colours of the Hugging Face widget: eight hues, chosen by the sum of a label's UTF-16 units, so
 * that PER is pink, ORG teal and LOC fuchsia, as people know them. The hues and their shades are
 * Tailwind's. Which shade goes with which is computed, because the original pairs are too faint in
 * part: every pair has a contrast of at least 4.5 (WCAG 2.2, 1.4.3).
 *
 *     hueOf("PER")             // 7, pink
 *     hueOf(typeOf("B-PER"))   // 7: a prefix does not change an entity's colour
 */

/** Text on a background, as `#rrggbb`. */
export interface Pair {
  readonly background: string;
  readonly text: string;
}

/** What one hue looks like: an entity's text, the chip with its label, and a bar of a chart on the page. */
export interface Colors {
  readonly name: string;
  readonly light: { readonly entity: Pair; readonly chip: Pair; readonly bar: string };
  readonly dark: { readonly entity: Pair; readonly chip: Pair; readonly bar: string };
}

const leastContrast = 4.5;

const white = "#ffffff";

/** Shades 100, 500, 600, 700, 800 and 900 of each hue. */
const shades = [
  ["teal", "#ccfbf1", "#14b8a6", "#0d9488", "#0f766e", "#115e59", "#134e4a"],
  ["indigo", "#e0e7ff", "#6366f1", "#4f46e5", "#4338ca", "#3730a3", "#312e81"],
  ["orange", "#ffedd5", "#f97316", "#ea580c", "#c2410c", "#9a3412", "#7c2d12"],
  ["sky", "#e0f2fe", "#0ea5e9", "#0284c7", "#0369a1", "#075985", "#0c4a6e"],
  ["violet", "#ede9fe", "#8b5cf6", "#7c3aed", "#6d28d9", "#5b21b6", "#4c1d95"],
  ["purple", "#f3e8ff", "#a855f7", "#9333ea", "#7e22ce", "#6b21a8", "#581c87"],
  ["fuchsia", "#fae8ff", "#d946ef", "#c026d3", "#a21caf", "#86198f", "#701a75"],
  ["pink", "#fce7f3", "#ec4899", "#db2777", "#be185d", "#9d174d", "#831843"],
] as const;

export const palette: readonly Colors[] = shades.map(
  ([name, s100, s500, s600, s700, s800, s900]) => ({
    name,
    light: {
      entity: { background: s100, text: firstReadable([s800, s900], s100) },
      chip: { background: firstReadable([s500, s600, s700, s800], white), text: white },
      bar: s600,
    },
    dark: {
      entity: { background: firstReadable([s700, s800, s900], s100), text: s100 },
      chip: { background: s100, text: firstReadable([s800, s900], s100) },
      bar: s500,
    },
  }),
);

/** The place of a label's hue in `palette`. */
export function hueOf(label: string): number {
  let sum = 0;
  for (let i = 0; i < label.length; i++) sum += label.charCodeAt(i);
  return sum % palette.length;
}

/** A label without the prefix that says where in an entity a token stands. */
export function typeOf(label: string): string {
  return label.replace(/^[BIESLU]-(?=.)/u, "");
}

/** The contrast of two colours, from 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** The relative luminance of WCAG 2.2, of sRGB. */
function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** The first colour that can be read with `other`; the last where none can, which a test rules out. */
function firstReadable(colors: readonly string[], other: string): string {
  return colors.find((color) => contrast(color, other) >= leastContrast) ?? colors.at(-1) ?? other;
}
