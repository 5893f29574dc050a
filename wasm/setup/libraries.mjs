// SPDX-License-Identifier: Apache-2.0
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readFile, readlink, rm, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

import { tail } from "./command.mjs";
import { SetupError } from "./errors.mjs";
import { sourceFetchers } from "./fetchers.mjs";
import { step } from "./log.mjs";
import { makeOnce, withLock } from "./once.mjs";
import { repository } from "./paths.mjs";
import { fetchSources, pinnedSources } from "./sources.mjs";
import { hashFiles, readTree } from "./tree.mjs";

const optionsOf = {
  wasm: ["-DCMAKE_BUILD_TYPE=Release"],
  native: ["-DCMAKE_BUILD_TYPE=Release", "-DXLMR_NER_DEPS_TESTING=ON"],
  asan: [
    "-DCMAKE_BUILD_TYPE=RelWithDebInfo",
    "-DXLMR_NER_DEPS_TESTING=ON",
    "-DCMAKE_C_FLAGS=-fsanitize=address",
    "-DCMAKE_CXX_FLAGS=-fsanitize=address",
  ],
};

/**
 * Makes the third-party libraries for a platform (wasm, native, asan) available as
 * build/deps/PLATFORM, a link into the cache, where they are compiled once for all checkouts.
 */
export async function ensureLibraries(platform, { cache, toolchain }) {
  const target = join(cache, "libraries", `${platform}-${await libraryKey(platform, toolchain)}`);
  if (platform !== "wasm") await toolchain.need("c++");
  await makeOnce(target, async (folder) => {
    const sources = join(cache, "sources", pinnedKey());
    await step("fetching the pinned sources", () => fetchPinned(sources, cache, toolchain));
    await step(`compiling the libraries for ${platform} (once)`, () =>
      compile(platform, sources, folder, toolchain),
    );
  });
  await link(target, join(repository, "build/deps", platform));
}

function pinnedKey() {
  return createHash("sha256").update(JSON.stringify(pinnedSources)).digest("hex").slice(0, 12);
}

async function libraryKey(platform, toolchain) {
  const recipe = hashFiles(await readTree(join(repository, "src/deps")));
  return createHash("sha256")
    .update([toolchain.id, pinnedKey(), recipe, JSON.stringify(optionsOf[platform])].join("\n"))
    .digest("hex")
    .slice(0, 12);
}

/** Fetches what is missing or damaged; the folder is shared, so one set-up at a time. */
async function fetchPinned(folder, cache, toolchain) {
  const temporary = join(cache, "downloads");
  await mkdir(temporary, { recursive: true });
  await mkdir(folder, { recursive: true });
  await withLock(`${folder}.lock`, () =>
    fetchSources(folder, pinnedSources, sourceFetchers(toolchain, temporary), {
      decompressXz: (archive) => decompressXz(archive, temporary, toolchain),
    }),
  );
}

async function decompressXz(archive, temporary, toolchain) {
  const folder = await mkdtemp(join(temporary, "xz-"));
  try {
    await writeFile(join(folder, "archive.xz"), archive);
    const result = await toolchain.run(["xz", "--decompress", "archive.xz"], { cwd: folder });
    if (result.status !== 0) throw new Error(tail(result, 1));
    return await readFile(join(folder, "archive"));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function compile(platform, sources, folder, toolchain) {
  const build = join(folder, "build");
  const emscripten = ["--toolchain", join(repository, "wasm/toolchain.cmake")];
  for (const command of [
    [
      ...["cmake", "-G", "Ninja", "-S", join(repository, "src/deps"), "-B", build],
      ...(platform === "wasm" ? emscripten : []),
      ...[`-DSOURCES=${sources}`, ...optionsOf[platform], "--install-prefix", folder],
    ],
    ["cmake", "--build", build],
    ["cmake", "--install", build],
  ]) {
    const result = await toolchain.run(command);
    if (result.status !== 0) {
      throw new SetupError(
        `the third-party libraries for ${platform} did not compile with ${toolchain.describe}; ` +
          `\`${command.slice(0, 2).join(" ")}\` ended with:\n${tail(result, 30)}`,
      );
    }
  }
  await rm(build, { recursive: true });
}

async function link(target, path) {
  if ((await readlink(path).catch(() => undefined)) === target) return;
  await mkdir(dirname(path), { recursive: true });
  await rm(path, { force: true });
  await symlink(target, path);
}
