// SPDX-License-Identifier: Apache-2.0

/** Piece texts by id, kept on the caller's side: each crosses once. */
export class PieceTexts {
  readonly #texts: (string | undefined)[] = [];
  /** 1 where there is a text: quicker to go through than the texts. */
  #known = new Uint8Array(0);

  /** Those of `ids` that are not here yet, each once. */
  missing(ids: Int32Array): Int32Array {
    const known = this.#known;
    const missing = new Set<number>();
    for (const id of ids) if (known[id] !== 1) missing.add(id);
    return Int32Array.from(missing);
  }

  add(ids: Int32Array, texts: readonly string[]): void {
    for (const [i, id] of ids.entries()) {
      while (this.#texts.length <= id) this.#texts.push(undefined);
      this.#texts[id] = texts[i];
    }
    const known = new Uint8Array(this.#texts.length);
    known.set(this.#known);
    for (const id of ids) known[id] = 1;
    this.#known = known;
  }

  get(id: number): string {
    return this.#texts[id] ?? "";
  }
}
