// SPDX-License-Identifier: Apache-2.0
//
// What a file is that is no text, by the bytes that such files begin with.
//
//     fileKind(new TextEncoder().encode("%PDF-1.7")) // 'a PDF document'

/** A kind's bytes as Latin-1, and where they stand, if not at the beginning. */
const kinds: readonly (readonly [kind: string, bytes: string, at?: number])[] = [
  ["a PNG image", "\x89PNG\r\n\x1a\n"],
  ["a JPEG image", "\xff\xd8\xff"],
  ["a GIF image", "GIF8"],
  ["a WebP image", "WEBP", 8],
  ["a TIFF image", "II*\0"],
  ["a TIFF image", "MM\0*"],
  ["an AVIF image", "ftypavif", 4],
  ["an HEIC image", "ftyphei", 4],
  ["a video", "ftyp", 4],
  ["a video", "\x1aE\xdf\xa3"],
  ["a video", "AVI ", 8],
  ["a sound file", "WAVE", 8],
  ["a sound file", "ID3"],
  ["a sound file", "fLaC\0"],
  ["a sound file", "OggS\0"],
  ["a PDF document", "%PDF-"],
  ["a PostScript document", "%!PS-"],
  ["a Rich Text (RTF) document", "{\\rtf"],
  ["a document or workbook of older Microsoft Office", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"],
  ["a gzip archive", "\x1f\x8b\b"],
  ["a bzip2 archive", "BZh91AY&SY"],
  ["an xz archive", "\xfd7zXZ\0"],
  ["a zstd archive", "(\xb5/\xfd"],
  ["a 7z archive", "7z\xbc\xaf'\x1c"],
  ["a RAR archive", "Rar!\x1a\x07"],
  ["a tar archive", "ustar", 257],
  ["an SQLite database", "SQLite format 3\0"],
  ["a Parquet table", "PAR1"],
  ["an Arrow table", "ARROW1\0"],
  ["a NumPy array", "\x93NUMPY"],
  ["a GGUF model", "GGUF"],
  ["a WebAssembly module", "\0asm"],
  ["a program", "\x7fELF"],
  ["a program", "\xcf\xfa\xed\xfe"],
  ["a program", "\xca\xfe\xba\xbe"],
  ["a program", "MZ\x90\0"],
  ["a font", "wOF"],
  ["a font", "OTTO\0"],
];

/** A zip archive's, by the name of a file that only they have. */
const documents: readonly (readonly [kind: string, name: string])[] = [
  ["a Word document", "word/"],
  ["an Excel workbook", "xl/"],
  ["a PowerPoint presentation", "ppt/"],
  ["an EPUB book", "application/epub"],
  ["an OpenDocument file", "application/vnd.oasis"],
];

/** The kind with its article; undefined for what may be a text. */
export function fileKind(bytes: Uint8Array): string | undefined {
  const begins = (start: string, at = 0): boolean =>
    Array.from(start).every((char, i) => bytes[at + i] === char.charCodeAt(0));
  if (!begins("PK\x03\x04")) return kinds.find(([, start, at]) => begins(start, at))?.[0];
  const text = String.fromCharCode(...bytes.subarray(0, 4096));
  return documents.find(([, name]) => text.includes(name))?.[0] ?? "a zip archive";
}
