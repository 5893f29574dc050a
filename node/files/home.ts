// SPDX-License-Identifier: Apache-2.0

import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";

export type Variables = Readonly<Record<string, string | undefined>>;

/** The user's home folder. Undefined where there is none: a number without a name in a container. */
export function homeFolder(): string | undefined {
  try {
    const home = homedir();
    return home === "" ? undefined : home;
  } catch {
    return undefined;
  }
}

/**
 * A variable that names a path. An empty one counts as absent, as the XDG specification has it
 * (huggingface_hub would use the working folder).
 */
export function pathOf(variables: Variables, name: string): string | undefined {
  const text = variables[name];
  return text === undefined || text === "" ? undefined : expandPath(text, variables);
}

/**
 * A path as Python's expanduser and expandvars read it: `~` and `~name` at its start, then `$NAME` and
 * `${NAME}`. What is unknown stays as it is.
 *
 *     expandPath("~/$SUB", { SUB: "hf" }) // '/home/emma/hf'
 */
export function expandPath(text: string, variables: Variables): string {
  return expandHome(text).replace(
    /\$(?:(\w+)|\{([^}]*)\})/g,
    (whole: string, bare?: string, braced?: string) => variables[bare ?? braced ?? ""] ?? whole,
  );
}

/** `~` and what is in it: a shell expands it, an option or a variable may not be by one. */
export function expandHome(file: string): string {
  const user = /^~([^/\\]*)/.exec(file)?.[1];
  if (user === undefined) return file;
  const home = user === "" ? homeFolder() : homeOf(user);
  return home === undefined ? file : home.replace(/\/+$/, "") + file.slice(1 + user.length) || "/";
}

/** `~/.cache`, or what XDG_CACHE_HOME names. */
export function userCache(variables: Variables): string | undefined {
  const home = homeFolder();
  return pathOf(variables, "XDG_CACHE_HOME") ?? (home && path.join(home, ".cache"));
}

/** Another user's home folder, where the system has its list of users in the usual place. */
function homeOf(user: string): string | undefined {
  try {
    const users = readFileSync("/etc/passwd", "utf8").split("\n");
    return users.find((line) => line.startsWith(`${user}:`))?.split(":")[5];
  } catch {
    return undefined;
  }
}
