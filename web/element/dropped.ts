// SPDX-License-Identifier: Apache-2.0

import { hasCode } from "../../wasm/js/base/errors.js";
import type { TextFormatError } from "../../wasm/js/base/errors.js";

/**
 * What files that were dropped onto the element, or opened, are: a text, the files of a model by their
 * paths in it, or a text whose encoding somebody has to say.
 */
export type Dropped =
  | { readonly text: string }
  | { readonly model: Readonly<Record<string, Blob>> }
  | { readonly unsure: UnsureText };

/** A text file that is not UTF-8. */
export interface UnsureText {
  readonly name: string;
  /** What its bytes look like: `windows-1252`, `damaged UTF-8`. */
  readonly looksLike: string;
  /** The encoding in which it would be read. */
  readonly encoding: string;
  /** What is in it in that encoding. */
  readonly text: string;
}

/** In bytes: nothing that is meant for a text area is longer. */
const mostText = 4 << 20;
/** A model has a dozen files; whoever drops their home folder gets an answer as well. */
const mostFiles = 1000;

/**
 * A folder, or files with a config.json among them, is a model; one other file is a text. Folders in
 * the folder are read as well, since ONNX files lie in `onnx/`. Throws a TypeError for several other
 * files, or a file that is too large, and a NerError with the code `text_format` for one that is no
 * text, which says what it is.
 */
export async function readEntries(entries: readonly FileSystemEntry[]): Promise<Dropped> {
  return interpret(await filesOf(entries));
}

/** The same of the files of an input, by their paths. */
export function readFiles(files: readonly File[]): Promise<Dropped> {
  return interpret(new Map(files.map((file) => [file.webkitRelativePath || file.name, file])));
}

async function interpret(files: ReadonlyMap<string, File>): Promise<Dropped> {
  const config = [...files.keys()]
    .filter((path) => /(^|\/)config\.json$/.test(path))
    .sort((a, b) => a.length - b.length)[0];
  if (config !== undefined) {
    const folder = config.slice(0, -"config.json".length);
    const own = [...files].filter(([path]) => path.startsWith(folder));
    return {
      model: Object.fromEntries(own.map(([path, file]) => [path.slice(folder.length), file])),
    };
  }
  const [file] = files.values();
  if (files.size === 1 && file !== undefined) {
    const read = await readText(file);
    if (file.size <= mostText) return read;
  }
  const names = [...files.keys()].slice(0, 4).join(", ") || "no file";
  throw new TypeError(
    `expected a text file of at most 4 MB, or the folder of a model with its config.json, found ${names}`,
  );
}

/** The beginning of a large file, which is enough to refuse what is no text by what it is. */
async function readText(file: File): Promise<Dropped> {
  const { decodeText } = await import("./text.js");
  const bytes = new Uint8Array(await file.slice(0, mostText).arrayBuffer());
  try {
    return { text: decodeText(bytes) };
  } catch (error) {
    const { encoding, looks_like } = asFormatError(error);
    const { name } = file;
    if (encoding === undefined) {
      if (error instanceof Error) error.message = `${name}: ${error.message}`;
      throw error;
    }
    const text = decodeText(bytes, encoding);
    return { unsure: { name, looksLike: looks_like ?? encoding, encoding, text } };
  }
}

/** text.js has classes of its own. */
function asFormatError(error: unknown): Partial<Pick<TextFormatError, "encoding" | "looks_like">> {
  return hasCode(error, "text_format") ? (error as Partial<TextFormatError>) : {};
}

/** The files below some entries, breadth first. */
async function filesOf(roots: readonly FileSystemEntry[]): Promise<Map<string, File>> {
  const files = new Map<string, File>();
  let level = [...roots];
  while (level.length > 0) {
    const next: FileSystemEntry[] = [];
    for (const entry of level) {
      if (files.size + next.length > mostFiles) {
        throw new TypeError(`expected a model's folder, found one with over ${mostFiles} files`);
      }
      if (entry.isFile) files.set(entry.fullPath.slice(1), await fileOf(entry));
      else next.push(...(await entriesOf(entry)));
    }
    level = next;
  }
  return files;
}

function fileOf(entry: FileSystemEntry): Promise<File> {
  return new Promise((resolve, reject) => {
    (entry as FileSystemFileEntry).file(resolve, reject);
  });
}

async function entriesOf(entry: FileSystemEntry): Promise<FileSystemEntry[]> {
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const entries: FileSystemEntry[] = [];
  // A reader gives a hundred entries at a time, and none at the end.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (some.length === 0 || entries.length > mostFiles) return entries;
    entries.push(...some);
  }
}
