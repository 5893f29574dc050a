// SPDX-License-Identifier: Apache-2.0

/**
 * How many bytes of the input have been read, to the last line that was taken. It is exact for UTF-8; in other
 * encodings it is behind by a part of a chunk, since a line does not know how many bytes it had.
 *
 *     const position = new InputPosition();
 *     for await (const chunk of position.count(createReadStream("texts.txt"))) {
 *       position.pass("Emma\n".length); // position.bytes is 5
 *     }
 */
export class InputPosition {
  #bytes = 0;
  #end = 0;

  get bytes(): number {
    return this.#bytes;
  }

  /** What is read of one input. Who asks for a chunk has taken all of the one before it. */
  async *count(
    chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  ): AsyncGenerator<Uint8Array> {
    try {
      for await (const chunk of chunks) {
        this.#bytes = this.#end;
        this.#end += chunk.length;
        yield chunk;
      }
    } finally {
      this.#bytes = this.#end;
    }
  }

  /** So many more bytes were taken of the last chunk. */
  pass(bytes: number): void {
    this.#bytes = Math.min(this.#end, this.#bytes + bytes);
  }
}
