// SPDX-License-Identifier: Apache-2.0

import { access, stat } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

import type { CallContext } from "../../wasm/js/base/call_context.js";
import { ModelFileError, ModelNotFoundError } from "../../wasm/js/base/errors.js";
import { checkFileSize } from "../../wasm/js/base/file_limits.js";
import type { RandomAccess } from "../../wasm/js/base/random_access.js";
import { mostPointerBytes, refusePointer } from "../../wasm/js/files/lfs_pointer.js";
import type { ModelFiles } from "../../wasm/js/files/model_files.js";
import { pathOf } from "./path_of.js";
import { IrregularFileError, openRegular } from "./regular_file.js";

/** Bytes read between two checks of the signal. */
const chunkSize = 8 * 2 ** 20;

/** Opens a model that lies in a folder, which a path names or a `file:` URL. */
export async function openFolder(model: string): Promise<ModelFiles> {
  const folder = path.resolve(pathOf("model", model)); // without the slash at its end
  const found = await stat(folder).then(
    (entry) => (entry.isDirectory() ? "folder" : "file"),
    () => "nothing",
  );
  if (found !== "folder") {
    throw new ModelNotFoundError(`expected a model folder at ${folder}, found ${found}`);
  }
  return {
    name: folder,
    revision: undefined,
    fetch: () => Promise.resolve(),
    has: (file) =>
      access(path.join(folder, file)).then(
        () => true,
        () => false,
      ),
    read: (file, options) => readModelFile(folder, file, options),
    open: (file) => openModelFile(folder, file),
  };
}

export async function readAsset(url: URL): Promise<Uint8Array<ArrayBuffer>> {
  const handle = await openRegular(fileURLToPath(url));
  try {
    return new Uint8Array(await handle.readFile());
  } finally {
    await handle.close();
  }
}

async function openHandle(folder: string, file: string): Promise<FileHandle> {
  return openRegular(path.join(folder, file)).catch((cause: unknown) => {
    throw new ModelFileError(
      `expected ${file} in the model folder ${folder}, found ${why(cause)}`,
      {
        cause,
      },
    );
  });
}

async function openModelFile(folder: string, file: string): Promise<RandomAccess> {
  const name = path.join(folder, file);
  return randomAccess(await openHandle(folder, file), name, name);
}

/** Rejects with the system's own error where there is no such file, or with an IrregularFileError. A pointer's error has `where`. */
export async function openFile(file: string, where = file): Promise<RandomAccess> {
  return randomAccess(await openRegular(file), file, where);
}

async function randomAccess(
  handle: FileHandle,
  name: string,
  where: string,
): Promise<RandomAccess> {
  const { size, mtimeMs } = await handle.stat();
  let buffer = new Uint8Array();
  const access: RandomAccess = {
    size,
    identity: `${name} ${mtimeMs}`,
    read: async (begin, end, signal) => {
      signal.throwIfAborted();
      const length = end - begin;
      if (buffer.length < length) buffer = new Uint8Array(length);
      for (let at = 0; at < length;) {
        const { bytesRead } = await handle
          .read(buffer, at, length - at, begin + at)
          .catch((cause: unknown) => {
            throw unreadable(name, cause);
          });
        if (bytesRead === 0) throw unreadable(name, `its end at byte ${begin + at}`);
        at += bytesRead;
      }
      return buffer.subarray(0, length);
    },
    close: () => handle.close(),
  };
  if (size >= mostPointerBytes) return access;
  try {
    refusePointer(textOf(await access.read(0, size, new AbortController().signal)), where);
    return access;
  } catch (error) {
    await access.close();
    throw error;
  }
}

async function readModelFile(
  folder: string,
  file: string,
  { signal, onProgress }: CallContext,
): Promise<Uint8Array> {
  const handle = await openHandle(folder, file);
  try {
    const { size: total } = await handle.stat();
    checkFileSize(file, total, folder);
    const bytes = new Uint8Array(total);
    let loaded = 0;
    while (loaded < total) {
      signal.throwIfAborted();
      const length = Math.min(chunkSize, total - loaded);
      const { bytesRead } = await handle.read(bytes, loaded, length, loaded);
      if (bytesRead === 0) break;
      loaded += bytesRead;
      onProgress({ phase: "read", file, loaded, total });
    }
    const found = bytes.subarray(0, loaded);
    if (loaded < mostPointerBytes) refusePointer(textOf(found), path.join(folder, file));
    return found;
  } catch (cause) {
    signal.throwIfAborted();
    if (cause instanceof ModelFileError) throw cause;
    throw unreadable(path.join(folder, file), cause);
  } finally {
    await handle.close();
  }
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function unreadable(file: string, cause: unknown): ModelFileError {
  return new ModelFileError(`expected to read ${file}, found ${why(cause)}`, { cause });
}

/** Why a system call failed, in a few words. */
export function why(cause: unknown): string {
  if (typeof cause === "string") return cause;
  if (cause instanceof IrregularFileError) return cause.kind;
  const code = (cause as NodeJS.ErrnoException).code;
  return code === "ENOENT" ? "no such file" : (code ?? String(cause));
}
