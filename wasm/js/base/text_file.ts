// SPDX-License-Identifier: Apache-2.0
//
// The bytes of a file as text, or why they are none. Without a named encoding they are UTF-8, or
// UTF-16 or UTF-32 with a byte order mark, and every byte has to be right; what is not is refused with
// what it looks like. With a named one whatever is none of its bytes becomes U+FFFD, since then somebody
// has decided. A mark decides above either:
//
//     decodeText(Uint8Array.of(0x4a, 0x6f, 0x73, 0xc3, 0xa9)) // 'José'
//     decodeText(Uint8Array.of(0x4a, 0x6f, 0x73, 0xe9)) // TextFormatError, encoding: 'windows-1252'
//     decodeText(Uint8Array.of(0x4a, 0x6f, 0x73, 0xe9), "windows-1252") // 'José'

import { argumentError } from "./checks.js";
import { guessEncoding, isUtf8WithNuls } from "./encoding_guess.js";
import { TextFormatError } from "./errors.js";
import { fileKind } from "./file_kind.js";
import { UnicodeBytes, isUnicode, marks } from "./unicode_bytes.js";
import type { UnicodeEncoding } from "./unicode_bytes.js";

/** A file's text, without its byte order mark. Errors: text_format; invalid_argument for `encoding`. */
export function decodeText(bytes: Uint8Array, encoding?: string): string {
  const reader = new TextReader(encoding);
  const text = reader.write(bytes) + reader.end();
  if (reader.problem !== undefined) throw reader.problem;
  return text;
}

/** As decodeText(), for bytes that come one part after another. What is wrong ends the text. */
export class TextReader {
  readonly #named: string | undefined;
  readonly #isByLines: boolean;
  #decoder: Decoder | undefined;
  /** What may be a mark's beginning. */
  #start = new Uint8Array();
  #problem: TextFormatError | undefined;

  /**
   * A reader of lines is given UTF-8 with NULs here and there, and says which lines they are in; else that is
   * binary data. Errors: invalid_argument for an encoding that is not known.
   */
  constructor(encoding?: string, isByLines = false) {
    this.#named = encoding === undefined ? undefined : nameOf(encoding);
    this.#isByLines = isByLines;
  }

  /** Why there is no more text than was given. */
  get problem(): TextFormatError | undefined {
    return this.#problem ?? this.#decoder?.problem;
  }

  /** The text that is whole so far, up to what is wrong. */
  write(bytes: Uint8Array): string {
    if (this.problem !== undefined) return "";
    if (this.#decoder !== undefined) return this.#decoder.write(bytes);
    const start = concatenate(this.#start, bytes);
    const isOpen = marks.some(
      ([, mark]) => start.length < mark.length && start.every((byte, i) => byte === mark[i]),
    );
    this.#start = isOpen ? start : new Uint8Array();
    return isOpen ? "" : this.#begin(start);
  }

  /**
   * Reads on behind a problem where lines can still be told apart: in the rest of the line whatever is wrong
   * becomes U+FFFD, and what is wrong in a later line is a problem again. Undefined where nothing more can
   * be read.
   */
  resume(): string | undefined {
    return this.#decoder?.resume();
  }

  /** The text that was not whole until now. */
  end(): string {
    if (this.problem !== undefined) return "";
    const text = this.#decoder === undefined ? this.#begin(this.#start) : "";
    return text + (this.#decoder?.end() ?? "");
  }

  #begin(bytes: Uint8Array): string {
    const [marked, mark] =
      marks.find(([, mark]) => mark.every((byte, i) => byte === bytes[i])) ?? [];
    const named = marked ?? this.#named;
    this.#problem = marked === undefined ? othersProblem(bytes, named, this.#isByLines) : undefined;
    if (this.#problem !== undefined) return "";
    const encoding = named ?? "utf-8";
    const isLenient = this.#named !== undefined;
    this.#decoder = isUnicode(encoding)
      ? new UnicodeDecoder(encoding, isLenient, mark?.length ?? 0)
      : new LegacyDecoder(encoding);
    return this.#decoder.write(bytes.subarray(mark?.length ?? 0));
  }
}

/** Bytes before a wrong one that a guess is made of, too. */
const mostBefore = 2048;
const lineFeed = 0x0a;

interface Decoder {
  readonly problem: TextFormatError | undefined;
  resume(): string | undefined;
  write(bytes: Uint8Array): string;
  end(): string;
}

/** Any of TextDecoder's other encodings. It is told that more will come: see encoding_guess.ts. */
class LegacyDecoder implements Decoder {
  readonly problem = undefined;
  readonly #decoder: TextDecoder;

  constructor(encoding: string) {
    this.#decoder = new TextDecoder(encoding);
  }

  resume(): undefined {
    return undefined;
  }

  write(bytes: Uint8Array): string {
    return this.#decoder.decode(bytes, { stream: true });
  }

  end(): string {
    return this.#decoder.decode();
  }
}

class UnicodeDecoder implements Decoder {
  problem: TextFormatError | undefined;
  readonly #encoding: UnicodeEncoding;
  readonly #isLenient: boolean;
  /** What the first wrong byte looked like: a file is in one encoding, and a guess takes time. */
  #guess: { encoding: string | undefined } | undefined;
  /** The rest of this line is read whatever it is. */
  #isResumed = false;
  readonly #bytes: UnicodeBytes;
  /** The beginning of a character. */
  #rest = new Uint8Array();
  /** What came before it, as far as a guess needs it. */
  #before = new Uint8Array();
  /** Bytes and ends of lines before `rest`. */
  #offset: number;
  #lines = 0;

  constructor(encoding: UnicodeEncoding, isLenient: boolean, offset: number) {
    this.#encoding = encoding;
    this.#isLenient = isLenient;
    this.#bytes = new UnicodeBytes(encoding);
    this.#offset = offset;
  }

  write(bytes: Uint8Array): string {
    const all = concatenate(this.#rest, bytes);
    const whole = all.subarray(0, all.length - this.#bytes.unfinished(all));
    this.#rest = all.slice(whole.length);
    return this.#decode(whole);
  }

  /** Only UTF-8's line feeds are told from other bytes without knowing where a character begins. */
  resume(): string | undefined {
    if (this.problem === undefined || this.#encoding !== "utf-8") return undefined;
    this.problem = undefined;
    this.#isResumed = true;
    return this.write(new Uint8Array());
  }

  end(): string {
    if (this.problem !== undefined) return "";
    const rest = this.#rest;
    this.#rest = new Uint8Array();
    return this.#decode(rest);
  }

  #decode(bytes: Uint8Array): string {
    if (this.#isLenient) return this.#bytes.decode(bytes);
    const end = this.#isResumed ? bytes.indexOf(lineFeed) + 1 || bytes.length : 0;
    if (end > 0 && bytes[end - 1] === lineFeed) this.#isResumed = false;
    const text = this.#take(bytes.subarray(0, end));
    const strict = bytes.subarray(end);
    const wrong = this.#bytes.firstWrong(strict);
    if (wrong < 0) return text + this.#take(strict);
    const right = this.#take(strict.subarray(0, wrong));
    const left = strict.slice(wrong);
    this.problem = this.#error(left);
    this.#rest = concatenate(left, this.#rest);
    return text + right;
  }

  #take(bytes: Uint8Array): string {
    const text = this.#bytes.decode(bytes);
    this.#lines += countLines(text);
    this.#offset += bytes.length;
    this.#before = concatenate(this.#before, bytes).slice(-mostBefore);
    return text;
  }

  /** What is said of bytes whose first is wrong. */
  #error(bytes: Uint8Array): TextFormatError {
    const offset = this.#offset;
    const name = this.#encoding.toUpperCase();
    const byte = (bytes[0] ?? 0).toString(16).toUpperCase().padStart(2, "0");
    const found = `the byte 0x${byte} at offset ${offset}, in line ${this.#lines + 1}`;
    const message = `expected text in ${name}, found ${found}, where it is none`;
    if (this.#encoding !== "utf-8") {
      const encoding = this.#encoding;
      return new TextFormatError(message, { looks_like: `damaged ${name}`, encoding, offset });
    }
    // What is around it says more than what a file may begin with.
    this.#guess ??= { encoding: guessEncoding(concatenate(this.#before, bytes)) };
    return looksLike(message, this.#guess.encoding, offset);
  }
}

/** What begins Japanese in ISO-2022-JP, whose bytes are all ASCII's: escape, a dollar sign, a set's letter. */
const shift = new RegExp(`${String.fromCharCode(0x1b)}\\$[@B]`);

/** What is wrong with bytes whose beginning says that they are no text in UTF-8, or in no encoding. */
function othersProblem(
  bytes: Uint8Array,
  named: string | undefined,
  isByLines: boolean,
): TextFormatError | undefined {
  const kind = fileKind(bytes);
  // A text about GIF89a may begin with the word.
  if (kind !== undefined && (named === undefined || guessEncoding(bytes) === undefined)) {
    return new TextFormatError(`expected text, found ${kind}`, { looks_like: kind, offset: 0 });
  }
  if (named !== undefined) return undefined;
  // These are UTF-8 by their bytes, but nobody meant it.
  const nul = bytes.indexOf(0);
  if (nul >= 0 && !(isByLines && isUtf8WithNuls(bytes))) {
    const guess = guessEncoding(bytes);
    if (guess === undefined)
      return looksLike(`expected text, found a NUL at byte ${nul}`, guess, nul);
    if (/^utf-(?:16|32)/.test(guess)) {
      return looksLike("expected text in UTF-8, found other", guess, 0);
    }
  }
  const isShifted = shift.test(String.fromCharCode(...bytes.subarray(0, 4096)));
  if (!isShifted) return undefined;
  return looksLike("expected text in UTF-8, found other", "iso-2022-jp", 0);
}

function looksLike(message: string, encoding: string | undefined, offset: number): TextFormatError {
  const looks = encoding === "utf-8" ? "damaged UTF-8" : (encoding ?? "binary data");
  return new TextFormatError(`${message}: it looks like ${looks}`, {
    looks_like: looks,
    encoding,
    offset,
  });
}

/** Whether there is an encoding of this name. */
export function isEncoding(name: string): boolean {
  try {
    return nameOf(name) !== "";
  } catch {
    return false;
  }
}

/** The name that TextDecoder gives an encoding, which has many. It does not know UTF-32. */
function nameOf(encoding: string): string {
  const wide = /^utf-?32(le|be)?$/i.exec(encoding);
  if (wide !== null) return `utf-32${(wide[1] ?? "le").toLowerCase()}`;
  try {
    return new TextDecoder(encoding).encoding;
  } catch {
    throw argumentError("encoding", "a name as windows-1252, shift_jis or utf-16le", encoding);
  }
}

function concatenate(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}

function countLines(text: string): number {
  return text.split("\n").length - 1;
}
