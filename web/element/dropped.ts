// SPDX-License-Identifier: Apache-2.0

/** What was dropped onto the element: a text, or the files of a model by their paths in it. */
export type Dropped =
  { readonly text: string } | { readonly model: Readonly<Record<string, Blob>> };

/** In bytes: nothing that is meant for a text area is longer. */
const mostText = 4 << 20;
/** A model has a dozen files; whoever drops their home folder gets an answer as well. */
const mostFiles = 1000;

/**
 * A folder, or files with a config.json among them, is a model; one other file is a text. Folders in
 * the folder are read as well, since ONNX files lie in `onnx/`. Throws a TypeError for anything else.
 */
export async function readDrop(transfer: DataTransfer): Promise<Dropped> {
  // The list is emptied once the event is over, so entries are taken before anything is awaited.
  const files = [...transfer.files];
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  return asDropped(entries.length > 0 ? await filesOf(entries) : files);
}

/** The files of an input, by their paths. */
export function asDropped(files: Iterable<File> | Map<string, File>): Promise<Dropped> {
  const byPath =
    files instanceof Map
      ? files
      : new Map([...files].map((file) => [file.webkitRelativePath || file.name, file]));
  return interpret(byPath);
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
  if (files.size === 1 && file !== undefined && file.size <= mostText) {
    return { text: await file.text() };
  }
  const names = [...files.keys()].slice(0, 4).join(", ") || "no file";
  throw new TypeError(
    `expected a text file of at most 4 MB, or the folder of a model with its config.json, found ${names}`,
  );
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
