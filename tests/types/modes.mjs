// SPDX-License-Identifier: Apache-2.0
// The kinds of project in which the package's types have to compile, strictly and without skipLibCheck:
// each way of finding modules, with the DOM's types, Node's, both and neither.

const resolutions = {
  node16: { module: "node16", moduleResolution: "node16" },
  nodenext: { module: "nodenext", moduleResolution: "nodenext" },
  bundler: { module: "esnext", moduleResolution: "bundler" },
  // Deprecated in TypeScript 6, and gone in 7.
  node10: { module: "esnext", moduleResolution: "node10" },
};

const strict = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noEmit: true,
  skipLibCheck: false,
  // TypeScript's own lib files need not be checked; the package's are.
  skipDefaultLibCheck: true,
  jsx: "react-jsx",
};

const hosts = [
  { host: "no host", lib: ["es2020"], types: [], files: ["plain.ts"] },
  { host: "Node", lib: ["es2022"], types: ["node"], files: ["plain.ts", "host.ts"] },
  {
    host: "the DOM",
    lib: ["es2022", "dom", "dom.iterable"],
    types: [],
    files: ["plain.ts", "host.ts", "page.ts", "react.tsx"],
  },
  {
    host: "both",
    lib: ["esnext", "dom", "dom.iterable"],
    types: ["node"],
    files: ["plain.ts", "host.ts", "page.ts", "react.tsx", "disposing.ts"],
  },
];

/** Each mode as `{ name, files, compilerOptions }` of a tsconfig.json. `version` is the compiler's, 5.4. */
export function modes(version) {
  const names = Object.keys(resolutions).filter((name) => name !== "node10" || version < 7);
  return names.flatMap((name) =>
    hosts.map(({ host, lib, types, files }) => ({
      name: `${name}, ${host}`,
      files,
      compilerOptions: {
        ...strict,
        ...resolutions[name],
        ...(name === "node10" && version >= 6 ? { ignoreDeprecations: "6.0" } : {}),
        target: "es2022",
        lib,
        types,
      },
    })),
  );
}
