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
  return maskBlocks(session, text, markdownBlocks(text, hasCode), checkSignal(given["signal"]));
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
    markdownBlocks(text, checkFlag("code", given["code"] ?? true)),
  );
}
