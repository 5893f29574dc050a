// SPDX-License-Identifier: Apache-2.0

import { constants } from "node:fs";
import { access, open, symlink } from "node:fs/promises";
import path from "node:path";

import type { RemoteFile } from "../../wasm/js/hub/remote_file.js";
import { isIntact } from "./blob.js";
import type { FetchContext } from "./fetch_context.js";
import { withSharedBlobLock } from "./shared_blob_lock.js";
import { SharedBlobs, sizeOfRegular } from "./shared_blobs.js";

/**
 * Makes a model's blob a link to the same bytes among the cache's shared ones, where another model
 * has them already, as huggingface_hub does before it downloads (2.4.0, try_link_from_shared_store). False
 * where they are not there, are not right, or cannot be locked: the file is then downloaded, and is an
 * ordinary blob, as every download over HTTP is: huggingface_hub shares only what came by Xet's own protocol.
 */
export async function shareBlob(file: RemoteFile, context: FetchContext): Promise<boolean> {
  const { cache, sharing, signal } = context;
  const shared = new SharedBlobs(path.dirname(cache.folder));
  const isKnown = file.digest?.algorithm === "sha256" && file.size !== undefined;
  if (!sharing || !isKnown || !(await shared.exist())) return false;
  const hash = await xetHash(file, context);
  const payload = hash === undefined ? undefined : shared.payload(hash);
  const blob = cache.blob(file.key);
  const reference = shared.reference(blob);
  if (payload === undefined || reference === undefined) return false;
  if ((await sizeOfRegular(payload)) !== file.size) return false;
  if (!(await isIntact(cache, payload, file, signal))) return false;
  const isLinked = withSharedBlobLock(payload, signal, async () => {
    // It may have been collected meanwhile.
    if ((await sizeOfRegular(payload)) !== file.size) return false;
    await access(payload, constants.R_OK);
    await cache.make(blob, async (made) => {
      await symlink(path.relative(cache.blobs, payload), made);
      await appendLine(shared.manifest(payload), reference);
    });
    return true;
  });
  return isLinked.then(
    (is) => is === true,
    () => {
      signal.throwIfAborted();
      return false; // such a cache cannot be written by us
    },
  );
}

/** What the hub calls a file that it keeps in Xet storage. It says so of the file alone, not in the model's list. */
async function xetHash(file: RemoteFile, context: FetchContext): Promise<string | undefined> {
  const { http, subject, signal } = context;
  try {
    const answer = await http.send({
      model: subject.model,
      method: "HEAD",
      url: file.url,
      signal,
      headers: { "accept-encoding": "identity" },
      isEnough: ({ headers }) => headers.has("x-linked-etag"),
    });
    await answer.cancel();
    return answer.headers.get("x-xet-hash") ?? undefined;
  } catch {
    signal.throwIfAborted();
    return undefined; // the download itself will say what is wrong
  }
}

/** The list of links has a link's line before the link is there. */
async function appendLine(manifest: string, line: string): Promise<void> {
  const { O_APPEND, O_CREAT, O_NOFOLLOW, O_WRONLY } = constants;
  const handle = await open(manifest, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW, 0o666);
  try {
    await handle.chmod(0o666).catch(() => undefined);
    await handle.writeFile(`${line}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
