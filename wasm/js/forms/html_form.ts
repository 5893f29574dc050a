// SPDX-License-Identifier: Apache-2.0

import { argumentError, checkNames, checkSignal, isStrings } from "../base/checks.js";
import type { AbortSignal } from "../base/host_types.js";
import type { MaskSession, Masked, Unmasked } from "../masking/index.js";
import { checkDocument } from "./check_document.js";
import { maskBlocks, unmaskBlocks } from "./document.js";
import { htmlBlocks } from "./html.js";

/** What `unmaskHtml` may be told. */
export interface UnmaskHtmlOptions {
  /** The attributes whose values count, too. Default: `alt`, `title`, `placeholder`, `aria-label`. */
  attributes?: readonly string[] | undefined;
}

/** What `maskHtml` may be told. */
export interface MaskHtmlOptions extends UnmaskHtmlOptions {
  /** Ends the call: it rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
}

/**
 * Masks the texts of an HTML document, or of a part of one. Tags, comments, scripts and styles stay. A name that is
 * parted by tags is found, and each part has a placeholder of its own. Rejects as `mask` does.
 *
 *     await maskHtml(session, "<p>Dear <b>Emma</b>,</p>")   // { text: "<p>Dear <b>[PER_1]</b>,</p>", … }
 */
export async function maskHtml(
  session: MaskSession,
  html: string,
  options?: MaskHtmlOptions,
): Promise<Masked> {
  const given = checkNames("option", options, ["attributes", "signal"]);
  const { text } = checkDocument(session, html, "html");
  const attributes = readAttributes(given["attributes"]);
  return maskBlocks(session, text, htmlBlocks(text, attributes), checkSignal(given["signal"]));
}

/** Puts values back into an HTML document, escaped. */
export function unmaskHtml(
  session: MaskSession,
  html: string,
  options?: UnmaskHtmlOptions,
): Unmasked {
  const given = checkNames("option", options, ["attributes"]);
  const { text } = checkDocument(session, html, "html");
  return unmaskBlocks(session, text, htmlBlocks(text, readAttributes(given["attributes"])));
}

function readAttributes(given: unknown): ReadonlySet<string> {
  if (given === undefined) return new Set(["alt", "title", "placeholder", "aria-label"]);
  if (isStrings(given)) return new Set(given.map((name) => name.toLowerCase()));
  throw argumentError("attributes", "a list of names", given);
}
