// SPDX-License-Identifier: Apache-2.0

import { chip, element } from "./nodes.js";
import { SlicedView } from "./sliced_view.js";
import type { MaskedValue } from "./text_masker.js";

/**
 * The table beside the masked text: what stands for what, and a button that keeps a value readable. Its roles are
 * said, as a narrow one is laid out as a grid, which for some browsers is no table.
 */
export class MaskTable {
  readonly root = element("div", { class: "values" });
  readonly #rows: SlicedView<MaskedValue>;
  readonly #toggle: (value: MaskedValue) => void;

  constructor(toggle: (value: MaskedValue) => void) {
    this.#toggle = toggle;
    this.#rows = new SlicedView(element("tbody", { role: "rowgroup" }), (each) =>
      this.#rowOf(each),
    );
    const heads = ["Placeholder", "Value", "Label", "Change"];
    const headRow = element("tr", { role: "row" });
    for (const each of heads) {
      headRow.append(element("th", { role: "columnheader", scope: "col" }, each));
    }
    const table = element("table", { role: "table", "aria-label": "What stands for what" });
    table.append(element("thead", { role: "rowgroup" }, headRow), this.#rows.root);
    this.root.append(table);
  }

  show(values: readonly MaskedValue[]): void {
    this.root.hidden = values.length === 0;
    this.#rows.show(values);
  }

  /** Gives the focus to a value's button, when it is drawn; false where the value is gone. */
  async focus(value: string): Promise<boolean> {
    await this.#rows.drawn;
    const buttons = [...this.#rows.root.querySelectorAll("button")];
    const button = buttons.find(({ dataset }) => dataset["value"] === value);
    button?.focus();
    return button !== undefined;
  }

  #rowOf(each: MaskedValue): HTMLElement {
    const { placeholder, value, label, canKeep } = each;
    const row = element("tr", { role: "row" });
    for (const content of [
      element("bdi", {}, placeholder ?? "readable"),
      element("bdi", {}, value),
      chip(label),
      canKeep ? this.#buttonOf(each) : "",
    ]) {
      row.append(element("td", { role: "cell" }, content));
    }
    return row;
  }

  #buttonOf(each: MaskedValue): HTMLElement {
    const { placeholder, value } = each;
    const isMasked = placeholder !== undefined;
    const name = isMasked ? `Keep ${value} readable` : `Mask ${value} again`;
    const button = element("button", { "aria-label": name }, isMasked ? "Keep" : "Mask");
    button.dataset["value"] = value;
    button.addEventListener("click", () => {
      this.#toggle(each);
    });
    return button;
  }
}
