// SPDX-License-Identifier: Apache-2.0
//
// A private Debian 13 with Emscripten, in the user's cache: made once by mmdebstrap, entered with
// chroot. Folders of this machine are bind-mounted in it only inside a mount namespace of their own,
// which ends with the command: the root can be removed at any time without touching a checkout.
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { tmpdir } from "node:os";

import { execute, findProgram, tail } from "./command.mjs";
import { SetupError } from "./errors.mjs";
import { say, step } from "./log.mjs";
import { debianMirror } from "./mirror.mjs";
import { makeOnce } from "./once.mjs";
import { addTools } from "./debian-tools.mjs";

const suite = "trixie";
// What makes the package; debian-tools.mjs adds what its tests and checks need, when they do.
const packages = ["ca-certificates", "cmake", "emscripten", "ninja-build", "python3", "xz-utils"];
// dpkg need not flush a tree that only counts when complete, nor unpack what nobody reads in it: of
// Emscripten half are libraries for links that we do not make.
const emscriptenLibraries = "/usr/share/emscripten/cache/sysroot/lib/wasm32-emscripten";
const dpkgOptions = [
  "force-unsafe-io",
  "path-exclude=/usr/share/doc/*",
  "path-exclude=/usr/share/man/*",
  "path-exclude=/usr/share/locale/*",
  `path-exclude=${emscriptenLibraries}/lto*/*`,
  `path-exclude=${emscriptenLibraries}/pic/*`,
];
const id = `debian-${suite}-${createHash("sha256")
  .update(JSON.stringify([packages, dpkgOptions]))
  .digest("hex")
  .slice(0, 8)}`;

export async function debianRoot({ cache, folders }) {
  const isRoot = process.getuid() === 0;
  const enter = isRoot
    ? ["unshare", "--mount"]
    : ["unshare", "--map-root-user", "--map-auto", "--mount"];
  const root = join(cache, "toolchain", id);
  if (!existsSync(root)) {
    await requireNamespaces(enter, isRoot);
    say(
      "there is no emcc 3.1.61 or newer on PATH, so a private Debian 13 with one is made in " +
        `${root}: 1 to 4 minutes, 0.5 GB to download, 1.3 GB on disk, once. ` +
        "With an activated emsdk or in its Docker image it is not needed (docs/building.md).",
    );
    await requireMmdebstrap(isRoot);
    const mirror = await debianMirror();
    await step("making the private Debian", () =>
      makeOnce(root, (folder) => bootstrap(folder, mirror, enter, isRoot)),
    );
  }
  const run = (command, options = {}) => {
    const cwd = options.cwd ?? folders[0];
    const shared = ["/etc/resolv.conf", "/etc/ssl/certs", tmpdir(), cache, ...folders].filter(
      existsSync,
    );
    const inside = [root, String(shared.length), ...shared, cwd, ...command];
    return execute([...enter, "sh", "-euc", enterScript, "sh", ...inside], {
      ...options,
      cwd: "/",
      env: {
        ...(options.env ?? process.env),
        HOME: tmpdir(),
        PATH: "/usr/sbin:/usr/bin:/sbin:/bin",
        LC_ALL: "C.UTF-8",
      },
    });
  };
  return {
    id,
    describe: `private Debian 13 root ${root}`,
    isDebian: true,
    run,
    need: (...programs) => addTools(root, programs, run),
  };
}

// Arguments: root, number of folders to share, the folders, working directory, command.
const enterScript = `
root=$1 count=$2; shift 2
mount --make-rprivate /
mount --rbind /proc "$root/proc"
mount --rbind /dev "$root/dev"
while [ "$count" -gt 0 ]; do
  if [ -d "$1" ]; then mkdir -p "$root$1"; else mkdir -p "$root\${1%/*}"; : >>"$root$1"; fi
  mount --rbind "$1" "$root$1"
  shift; count=$((count - 1))
done
exec chroot "$root" sh -c 'cd "$0" && exec "$@"' "$@"
`;

async function bootstrap(folder, mirror, enter, isRoot) {
  const options = [
    "--variant=apt",
    `--include=${packages.join(",")}`,
    ...dpkgOptions.map((option) => `--dpkgopt=${option}`),
    "--quiet",
  ];
  // Without root the tree comes as a tar file, unpacked as its owner: mmdebstrap itself could not
  // enter the user's home from its namespace.
  const result = isRoot
    ? await execute([...enter, 'mmdebstrap', '--mode=root', ...options, suite, folder, mirror])
    : await execute([
        'sh', '-euc',
        'mmdebstrap --mode=unshare "$@" | unshare --map-root-user --map-auto tar -x -C "$0"',
        folder, ...options, suite, '-', mirror,
      ]); // prettier-ignore
  if (result.status !== 0 || !existsSync(join(folder, "usr/bin/emcc"))) {
    throw new SetupError(
      `mmdebstrap could not make the Debian root: check the network and the disk (2 GB are needed) and run the command again; it ended with:\n${tail(result)}`,
    );
  }
}

async function requireNamespaces(enter, isRoot) {
  const result = await execute([...enter, "true"]).catch((error) => ({
    status: 1,
    stderr: error.message,
    stdout: "",
  }));
  if (result.status === 0) return;
  throw new SetupError(
    isRoot
      ? "this container may not make mount namespaces (`unshare --mount` failed), which the private Debian root needs: start it with --privileged, or put an emcc 3.1.61 or later on PATH."
      : "user namespaces are not available (`unshare --map-root-user --map-auto` failed): have root run `apt-get install uidmap`, or run this as root, or put an emcc 3.1.61 or later on PATH.",
  );
}

async function requireMmdebstrap(isRoot) {
  if (findProgram("mmdebstrap")) return;
  if (!isRoot)
    throw new SetupError(
      "mmdebstrap is missing: have root run `apt-get install mmdebstrap uidmap`, or put an emcc 3.1.61 or later on PATH.",
    );
  const result = await step("installing mmdebstrap with apt", async () => {
    await execute(["apt-get", "update"]);
    return execute(
      [
        "apt-get",
        "install",
        "--yes",
        "--install-recommends",
        "mmdebstrap",
        "debian-archive-keyring",
      ],
      {
        env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      },
    );
  });
  if (result.status !== 0)
    throw new SetupError(`apt could not install mmdebstrap: ${tail(result, 3)}`);
}
