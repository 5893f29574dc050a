// SPDX-License-Identifier: Apache-2.0

// `xlmr-ner/forms`: documents with their private values replaced, and the way back. It works on sessions of
// `xlmr-ner/masking`, and has nothing of it.
export { maskCsv, unmaskCsv } from "./csv_form.js";
export type { MaskCsvOptions, UnmaskCsvOptions } from "./csv_form.js";
export { maskHtml, unmaskHtml } from "./html_form.js";
export type { MaskHtmlOptions, UnmaskHtmlOptions } from "./html_form.js";
export { maskJsonText, unmaskJsonText } from "./json_form.js";
export { maskMarkdown, unmaskMarkdown } from "./markdown_form.js";
export type { MaskMarkdownOptions, UnmaskMarkdownOptions } from "./markdown_form.js";
