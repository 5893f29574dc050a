// SPDX-License-Identifier: Apache-2.0

/** What was dropped onto the element: a text, or the files of a model. */
export type Dropped = { readonly text: string } | { readonly model: readonly File[] };

/** No text file that is meant to be read in a text area is longer. In bytes. */
const mostText = 4 << 20;

/**
 * A folder, or files with a config.json among them, is a model; one other file is a text. Folders in
 * the folder are read as well, since ONNX files lie in `onnx/`. Throws a TypeError for anything else.
 */
export async function readDrop(transfer: DataTransfer): Promise<Dropped> {
  // The list is emptied once the event is over, so entries are taken before anything is awaited.
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const files = (await Promise.all(entries.map(filesOf))).flat();
  return asDropped(files);
}

export async function asDropped(files: readonly File[]): Promise<Dropped> {
  if (files.some(({ name }) => name === "config.json")) return { model: files };
  const [file] = files;
  const isText = files.length === 1 && file !== undefined && file.size <= mostText;
  if (!isText) {
    throw new TypeError(
      `expected a text file of at most 4 MB or the folder of a model with its config.json, found ${
        files
          .map(({ name }) => name)
          .slice(0, 4)
          .join(", ") || "no file"
      }`,
    );
  }
  return { text: await file.text() };
}

/** The files below an entry, breadth first. */
async function filesOf(root: FileSystemEntry): Promise<File[]> {
  const files: File[] = [];
  let level = [root];
  while (level.length > 0) {
    const found = await Promise.all(level.map(readEntry));
    files.push(...found.flatMap(({ file }) => file ?? []));
    level = found.flatMap(({ entries }) => entries);
  }
  return files;
}

async function readEntry(
  entry: FileSystemEntry,
): Promise<{ file?: File; entries: FileSystemEntry[] }> {
  if (entry.isFile) {
    const get = (entry as FileSystemFileEntry).file.bind(entry);
    return { file: await new Promise<File>(get), entries: [] };
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const entries: FileSystemEntry[] = [];
  // A reader gives a hundred entries at a time, and none at the end.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (some.length === 0) return { entries };
    entries.push(...some);
  }
}
