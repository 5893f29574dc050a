// SPDX-License-Identifier: Apache-2.0

import type { MaskHost, MaskView } from "./mask_view.js";

/** The view of the masked text. It and what masks are loaded when somebody first asks for either. */
export class MaskPanel {
  /** What there is to show, once it is loaded. */
  view: MaskView | undefined;
  readonly #host: MaskHost;
  #loading: Promise<MaskView> | undefined;

  constructor(host: MaskHost) {
    this.#host = host;
  }

  /** Rejects where a file of the package cannot be loaded; the next call tries again. */
  async load(): Promise<MaskView> {
    if (this.view !== undefined) return this.view;
    this.#loading ??= this.#load();
    try {
      this.view = await this.#loading;
      return this.view;
    } finally {
      this.#loading = undefined;
    }
  }

  async #load(): Promise<MaskView> {
    const { MaskView: View } = await import("./mask_view.js");
    return new View(this.#host);
  }
}
