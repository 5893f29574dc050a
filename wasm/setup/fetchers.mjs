// SPDX-License-Identifier: Apache-2.0
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { join } from "node:path";

import { execute, tail } from "./command.mjs";
import { download } from "./download.mjs";
import { debianMirror } from "./mirror.mjs";

const aptHelper = "/usr/lib/apt/apt-helper";

/**
 * How to fetch from each kind of place in sources.json: a URL by ourselves, Debian's pool by apt
 * (which knows the machine's mirror and proxies), the Python index by pip in the toolchain.
 */
export function sourceFetchers(toolchain, temporaryFolder) {
  const fetchers = {
    url: download,
    pypi: (requirement) =>
      inTemporary(temporaryFolder, (folder) => fromPip(toolchain, requirement, folder)),
  };
  if (toolchain.isDebian) {
    fetchers.debian = (path) => inTemporary(temporaryFolder, (folder) => fromDebian(path, folder));
  }
  return fetchers;
}

async function inTemporary(parent, run) {
  const folder = await mkdtemp(join(parent, "download-"));
  try {
    return await run(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function fromDebian(path, folder) {
  const file = join(folder, "archive");
  const result = await execute([aptHelper, "download-file", (await debianMirror()) + path, file]);
  if (result.status !== 0) throw new Error(tail(result, 1));
  return readFile(file);
}

async function fromPip(toolchain, requirement, folder) {
  await toolchain.need("pip3");
  const options = ["--no-deps", "--no-binary", ":all:", "--no-cache-dir", "--quiet"];
  const result = await toolchain.run(
    ["python3", "-m", "pip", "download", ...options, "--dest", folder, requirement],
    { cwd: folder },
  );
  const [file] = (await readdir(folder)).filter((name) => name.endsWith(".tar.gz"));
  if (result.status !== 0 || !file) throw new Error(tail(result, 1));
  return readFile(join(folder, file));
}
