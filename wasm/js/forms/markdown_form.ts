// SPDX-License-Identifier: Apache-2.0

import { checkFlag, checkNames, checkSignal } from "../base/checks.js";
import type { AbortSignal } from "../base/host_types.js";
import type { MaskSession, Masked, Unmasked } from "../masking/index.js";
import { checkDocument } from "./check_document.js";
import { maskBlocks, unmaskBlocks } from "./document.js";
import { markdownBlocks } from "./markdown.js";

/** What `unmaskMarkdown` may be told. */
export interface UnmaskMarkdownOptions {
  /** Whether code has values, too, in lines and in blocks of its own. Default true. */
  code?: boolean | undefined;
}

/** What `maskMarkdown` may be told. */
export interface MaskMarkdownOptions extends UnmaskMarkdownOptions {
  /** Ends the call: it rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
}

/**
 * Masks the texts of a Markdown document. Marks, links' targets, and tags stay. A name that is parted by marks is found,
 * and each part has a placeholder of its own. Rejects as `mask` does.
 *
 *     await maskMarkdown(session, "Dear **Emma**,")   // { text: "Dear **PER_1**,", … }
 */
export async function maskMarkdown(
  session: MaskSession,
  markdown: string,
  options?: MaskMarkdownOptions,
): Promise<Masked> {
  const given = checkNames("option", options, ["code", "signal"]);
  const { text } = checkDocument(session, markdown, "markdown");
  const hasCode = checkFlag("code", given["code"] ?? true);
  const { blocks, labels } = markdownBlocks(text, hasCode);
  // A placeholder that is like a link's label would be taken for that, and one behind `PER_1_` ends a word that then is
  // like one.
  const seen = [...Array.from(labels, (label) => `[${label}]`), ...beginningsOf(text)];
  return maskBlocks(session, text, blocks, checkSignal(given["signal"]), seen);
}

/** Puts values back into a Markdown document, escaped where a mark would come about. */
export function unmaskMarkdown(
  session: MaskSession,
  markdown: string,
  options?: UnmaskMarkdownOptions,
): Unmasked {
  const given = checkNames("option", options, ["code"]);
  const { text } = checkDocument(session, markdown, "markdown");
  return unmaskBlocks(
    session,
    text,
    markdownBlocks(text, checkFlag("code", given["code"] ?? true)).blocks,
  );
}

/** Words up to each of their underscores: `PER_1` of `PER_1_Anna`. */
function* beginningsOf(text: string): Generator<string> {
  for (const [word] of text.matchAll(/[\p{L}\p{N}]{1,40}(?:_[\p{L}\p{N}]{1,40}){1,8}_/gu)) {
    const parts = word.split("_");
    for (let count = 2; count < parts.length; ++count) yield parts.slice(0, count).join("_");
  }
}
