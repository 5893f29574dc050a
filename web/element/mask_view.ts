// SPDX-License-Identifier: Apache-2.0
//
// The masked text, and what can be done with it. It is a file of its own in dist/web, which the widget
// imports when the view is opened or a masked text is copied; it imports masking.js beside it.

import { AnswerField } from "./answer_field.js";
import { copySelected, selectedIn } from "./copy_selected.js";
import { MaskTable } from "./mask_table.js";
import { maskedParts, partNode } from "./masked_parts.js";
import { element } from "./nodes.js";
import { SlicedView } from "./sliced_view.js";
import { TextMasker } from "./text_masker.js";
import type { MaskSubject, MaskedText, MaskedValue } from "./text_masker.js";

/** What the view asks of its element. */
export interface MaskHost {
  copy(what: "masked" | "table"): void;
}

/** In UTF-16 units. Who selects more wants to copy it. */
const longestValue = 200;

/**
 * The masked text with the table beside it, a field for what was missed and one for an answer. Whatever
 * changes the text ends the masking that still runs, and what is shown is of the last change.
 */
export class MaskView {
  readonly root = element("div", { class: "masking" });
  readonly #host: MaskHost;
  readonly #masker = new TextMasker();
  readonly #text = new SlicedView(element("div", {}), partNode);
  readonly #table: MaskTable;
  readonly #answer = new AnswerField((text) => this.#masker.unmask(text));
  readonly #pre = element("pre", { tabindex: "0", role: "region", "aria-label": "Masked text" });
  readonly #missed = element("input", { type: "text", dir: "auto", autocomplete: "off" });
  readonly #said = element("output", { class: "note" });
  readonly #copies: readonly HTMLButtonElement[];
  #subject: MaskSubject | undefined;
  #run = new AbortController();
  /** Ends following the selection. */
  #selecting = new AbortController();
  #masked: Promise<MaskedText | undefined> = Promise.resolve(undefined);

  constructor(host: MaskHost) {
    this.#host = host;
    this.#table = new MaskTable((value) => void this.#toggle(value));
    this.#pre.append(this.#text.root);
    this.#pre.addEventListener("copy", (event) => {
      copySelected(event);
      this.#masker.accept();
    });
    this.#pre.addEventListener("selectstart", () => {
      this.#followSelection();
    });
    this.#copies = [
      this.#copyButton("masked", "Copy masked text"),
      this.#copyButton("table", "Copy table"),
    ];
    const text = element("div", {}, this.#pre, element("div", { class: "row" }, ...this.#copies));
    this.root.append(
      element(
        "p",
        { class: "note" },
        "All that was found is masked, also what is hidden above; the model misses entities. " +
          "Read the text before you share it.",
      ),
      element("div", { class: "columns" }, text, this.#table.root),
      this.#missedForm(),
      this.#said,
      this.#answer.root,
    );
    this.#table.show([]);
  }

  /** Masks what is there now, where it is another than before; shows nothing while that is still being made. */
  update(subject: MaskSubject | undefined, canCopy: boolean): void {
    for (const button of this.#copies) button.disabled = !canCopy;
    if (subject === this.#subject) return;
    this.#subject = subject;
    if (subject !== undefined) void this.#change((signal) => this.#masker.take(subject, signal));
    else {
      this.#run.abort();
      this.#show(undefined);
    }
  }

  /** What is to be copied, whose placeholders keep their values from now on. Rejects where masking fails. */
  async copied(what: "masked" | "table", subject: MaskSubject): Promise<string> {
    this.update(subject, true);
    const masked = await this.#masked;
    this.#masker.accept();
    return what === "masked"
      ? (masked?.text ?? "")
      : JSON.stringify(this.#masker.toJSON(), undefined, 2);
  }

  /** Shows what a change makes of the text, unless another comes meanwhile. `done` is told whether there is any. */
  async #change(
    mask: (signal: AbortSignal) => Promise<MaskedText | undefined>,
    done?: (isMade: boolean) => unknown,
  ): Promise<void> {
    this.#run.abort();
    this.#run = new AbortController();
    const { signal } = this.#run;
    const before = this.#masked;
    const making = mask(signal);
    this.#masked = making.then((made) => made ?? before);
    try {
      const masked = await this.#masked;
      if (signal.aborted) return;
      this.#show(masked);
      await done?.((await making) !== undefined);
    } catch (error) {
      if (signal.aborted) return;
      this.#show(undefined);
      this.#say(`Nothing was masked: ${String(error)}`);
    }
  }

  #say(text: string): void {
    this.#said.textContent = text;
  }

  #show(masked: MaskedText | undefined): void {
    this.#say("");
    this.#text.show(masked === undefined ? [] : maskedParts(masked));
    this.#table.show(masked?.values ?? []);
    this.#answer.show();
  }

  async #toggle({ value, label, placeholder }: MaskedValue): Promise<void> {
    const isMasked = placeholder !== undefined;
    await this.#change(
      (signal) =>
        isMasked ? this.#masker.keep(value, label, signal) : this.#masker.unkeep(value, signal),
      async () => {
        this.#say(isMasked ? `“${value}” stays readable.` : `“${value}” is masked.`);
        if (!(await this.#table.focus(value))) this.#pre.focus();
      },
    );
  }

  #missedForm(): HTMLElement {
    const form = element("form", { class: "row" });
    const button = element("button", {}, "Mask it");
    form.append(element("label", {}, "Also mask", this.#missed), button);
    this.#missed.placeholder = "Select it above, or type it";
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#hide();
    });
    return form;
  }

  async #hide(): Promise<void> {
    const value = this.#missed.value.trim();
    if (this.#subject === undefined) return;
    if (!/[\p{L}\p{N}]/u.test(value)) {
      this.#say("Select what is to be masked, or type it: a word, a name, a number.");
      return;
    }
    await this.#change(
      (signal) => this.#masker.hide(value, signal),
      (isMade) => {
        if (isMade) this.#missed.value = "";
        const found = isMade ? "is masked" : "does not stand in the text as words of its own";
        this.#say(`“${value}” ${found}.`);
      },
    );
  }

  /** However it is selected: a mouse may be let go elsewhere, and a finger moves handles. */
  #followSelection(): void {
    this.#selecting.abort();
    this.#selecting = new AbortController();
    const { signal } = this.#selecting;
    const { ownerDocument } = this.#pre;
    const take = (): void => {
      this.#takeSelection();
    };
    ownerDocument.addEventListener("selectionchange", take, { signal });
  }

  /** What is selected is what was missed; placeholders in it have their values there. */
  #takeSelection(): void {
    if (!this.#pre.isConnected) this.#selecting.abort();
    const text = selectedIn(this.#pre)?.toString().trim() ?? "";
    if (text === "" || text.length > longestValue) return;
    this.#missed.value = this.#masker.unmask(text).text;
  }

  #copyButton(what: "masked" | "table", text: string): HTMLButtonElement {
    const button = element("button", {}, text);
    button.addEventListener("click", () => {
      this.#host.copy(what);
    });
    return button;
  }
}
