// SPDX-License-Identifier: Apache-2.0
// What the extension does in a page, after a click has let it in. Chrome runs each function in the page by itself, so
// none may use another, or anything from outside.

/** The text of the field with the cursor, or of what is selected there; null where there is no such field. */
export function readField() {
  let field = document.activeElement;
  while (field?.shadowRoot?.activeElement) field = field.shadowRoot.activeElement;
  const kinds = ["textarea", "text", "search", "url", "tel", "email"];
  if (kinds.includes(field?.type) && !field.readOnly && !field.disabled) {
    const { selectionStart: start, selectionEnd: end, value } = field;
    return start === end ? value : value.slice(start, end);
  }
  if (!field?.isContentEditable) return null;
  const selected = document.getSelection().toString();
  return selected === "" ? field.innerText : selected;
}

/**
 * Puts a text in the place of what `readField` gave: as if it were typed, so that the page hears of it and it can be
 * undone. Returns whether it stands there now.
 */
export function writeField(before, after) {
  let field = document.activeElement;
  while (field?.shadowRoot?.activeElement) field = field.shadowRoot.activeElement;
  const isInput = "value" in field;
  const words = (text) => text.split(/\s+/).join(" ").trim();
  if (isInput) {
    const { selectionStart: start, selectionEnd: end, value } = field;
    if ((start === end ? value : value.slice(start, end)) !== before) return false;
    if (start === end) field.select();
  } else {
    const selection = document.getSelection();
    const selected = selection.toString();
    if ((selected === "" ? field.innerText : selected) !== before) return false;
    if (selected === "") selection.selectAllChildren(field);
  }
  document.execCommand("insertText", false, after);
  const now = words(isInput ? field.value : field.innerText);
  return now.includes(words(after)) && !now.includes(words(before));
}

/** What is selected in the page, or in its field. */
export function readSelection() {
  const { selectionStart: start, selectionEnd: end, value } = document.activeElement ?? {};
  const inField = typeof value === "string" ? value.slice(start, end) : "";
  return inField === "" ? document.getSelection().toString() : inField;
}
