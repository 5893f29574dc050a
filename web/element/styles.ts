// SPDX-License-Identifier: Apache-2.0

import { css } from "lit";

/**
 * The element's style sheet, constructed and adopted, so that it needs no `style-src` of its own.
 * Both colour schemes are in it through `light-dark()`: the element follows the `color-scheme` it
 * inherits, or its attribute `theme`.
 */

export const styles = css`
  :host {
    --line: light-dark(#d1d5db, #4b5563);
    --soft: light-dark(#f3f4f6, #1f2937);
    --page: light-dark(#ffffff, #111827);
    --ink: light-dark(#1f2937, #f3f4f6);
    --dim: light-dark(#4b5563, #c3c9d3);
    --accent: light-dark(#4338ca, #a5b4fc);
    --bad: light-dark(#b91c1c, #fca5a5);
    display: block;
    color-scheme: inherit;
    color: var(--ink);
    font: 1rem/1.5 var(--ner-font, system-ui, sans-serif);
  }
  :host([hidden]) {
    display: none;
  }
  :host([theme="light"]) {
    color-scheme: light;
  }
  :host([theme="dark"]) {
    color-scheme: dark;
  }
  .frame {
    box-sizing: border-box;
    display: flex;
    flex-direction: column;
    gap: 0.75rem;
    width: auto;
    padding: 1rem;
    border: 1px solid var(--line);
    border-radius: 0.75rem;
    background: var(--page);
    color: inherit;
  }
  .frame[popover] {
    position: fixed;
    inset: 0;
    width: 100%;
    height: 100%;
    max-width: none;
    max-height: none;
    margin: 0;
    border: 0;
    border-radius: 0;
    overflow: auto;
  }
  .frame.dropping {
    outline: 3px dashed var(--accent);
    outline-offset: -6px;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 0.75rem;
  }
  .between {
    justify-content: space-between;
  }
  .title {
    font-weight: 600;
  }
  .head {
    position: relative;
  }
  /* Over what is below the head, and never wider than that: so it is on the page at any width. */
  .panel {
    position: absolute;
    z-index: 1;
    inset-inline-end: 0;
    top: calc(100% + 0.25rem);
    box-sizing: border-box;
    width: min(26rem, 100%);
    padding: 0.25rem;
    border: 1px solid var(--line);
    border-radius: 0.5rem;
    background: var(--page);
    box-shadow: 0 8px 24px rgb(0 0 0 / 0.2);
  }
  .groups {
    max-height: min(16rem, 50vh);
    overflow: auto;
  }
  .preview {
    max-height: 4.5rem;
    margin: 0.25rem 0.75rem;
    overflow: auto;
    font-size: 0.875rem;
  }
  .preview:not(:empty) {
    margin-top: 0.5rem;
    padding-top: 0.5rem;
    border-top: 1px solid var(--line);
  }
  .panel ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .panel p {
    margin: 0.5rem 0.75rem 0.25rem;
    font-size: 0.8rem;
    color: var(--dim);
  }
  .panel button {
    display: block;
    width: 100%;
    border-color: transparent;
    background: none;
    text-align: start;
  }
  .panel small {
    display: block;
    overflow: hidden;
    color: var(--dim);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  textarea,
  input[type="text"] {
    box-sizing: border-box;
    width: 100%;
    padding: 0.5rem 0.75rem;
    border: 1px solid light-dark(#6b7280, #9ca3af);
    border-radius: 0.5rem;
    background: var(--page);
    color: inherit;
    font: inherit;
  }
  textarea {
    min-height: 4.5rem;
    max-height: 31rem;
    resize: vertical;
  }
  ::placeholder {
    color: var(--dim);
    opacity: 1;
  }
  button,
  select,
  .file {
    box-sizing: border-box;
    min-height: 2rem;
    padding: 0.25rem 0.75rem;
    border: 1px solid var(--line);
    border-radius: 0.5rem;
    background: var(--soft);
    color: inherit;
    font: inherit;
    font-size: 0.875rem;
    cursor: pointer;
  }
  button:hover:not(:disabled),
  .file:hover {
    border-color: var(--accent);
  }
  button:disabled {
    opacity: 0.6;
    cursor: default;
  }
  button[aria-pressed="true"],
  button[aria-expanded="true"] {
    border-color: var(--accent);
    color: var(--accent);
  }
  button.primary {
    border-color: transparent;
    background: light-dark(#4338ca, #4338ca);
    color: #ffffff;
    font-weight: 600;
  }
  :focus-visible,
  .file:focus-within {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  kbd,
  .hint,
  .score,
  .where,
  .note {
    color: var(--dim);
    font: inherit;
    font-size: 0.8rem;
  }
  progress {
    flex: 1 1 8rem;
    height: 0.75rem;
    accent-color: light-dark(#4338ca, #a5b4fc);
  }
  .settings {
    padding: 0.75rem;
    border-radius: 0.5rem;
    background: var(--soft);
    font-size: 0.875rem;
  }
  .settings label {
    display: inline-flex;
    align-items: center;
    gap: 0.5rem;
  }
  .settings select,
  .settings button,
  .file {
    background: var(--page);
  }
  .file {
    position: relative;
  }
  @media (hover: none) and (pointer: coarse) {
    kbd {
      display: none;
    }
  }
  p {
    margin: 0;
  }
  /* What the element itself says is English, and so are its numbers, on whatever page it is. */
  .status,
  .error,
  .remark,
  .note,
  .hint,
  .key,
  .score,
  .where,
  #question,
  #outdated {
    unicode-bidi: plaintext;
  }
  .status,
  .error,
  .remark,
  .note,
  .hint,
  .name,
  #question,
  #outdated {
    text-align: -webkit-match-parent; /* as Chromium calls it */
    text-align: match-parent;
  }
  .question,
  .remark,
  #outdated {
    padding: 0.5rem 0.75rem;
    border-inline-start: 3px solid var(--accent);
    background: var(--soft);
    font-size: 0.875rem;
    overflow-wrap: anywhere;
  }
  .question {
    display: flex;
    flex-direction: column;
    gap: 0.5rem;
  }
  .result {
    display: flex;
    flex-direction: column;
    gap: 0.75rem;
  }
  .outdated > :not(#outdated),
  .outdated .legend {
    filter: grayscale(1);
  }
  .question q {
    text-align: start;
  }
  .status {
    min-height: 1.5rem;
    color: var(--dim);
    font-size: 0.875rem;
  }
  .error {
    display: block;
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--bad);
    border-radius: 0.5rem;
    color: var(--bad);
    overflow-wrap: anywhere;
  }
  .unseen {
    -webkit-user-select: none;
    user-select: none;
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .file input {
    position: absolute;
    inset: 0;
    opacity: 0;
    cursor: pointer;
    font-size: 0;
  }
`;
