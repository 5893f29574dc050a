// SPDX-License-Identifier: Apache-2.0
// How someone with nothing but the package would use it, by environment. Every file of this folder
// that exports `projects` has some: what is installed beside the package, the project's files, the
// command that builds, and the folder that is then served or the command that serves.

import { readdirSync } from "node:fs";

const others = ["run.mjs", "projects.mjs"];
const files = readdirSync(import.meta.dirname).filter(
  (name) => name.endsWith(".mjs") && !others.includes(name),
);
const modules = await Promise.all(files.sort().map((name) => import(`./${name}`)));

/** All of them, by name. */
export const projects = Object.assign({}, ...modules.map((module) => module.projects ?? {}));
