// SPDX-License-Identifier: Apache-2.0

// The rivals' packages (package.json of this folder), installed when first needed: the repository's
// own build and tests need none of them.

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = dirname(fileURLToPath(import.meta.url));

export function ensureOwnPackages() {
  if (existsSync(join(HERE, 'node_modules', 'wink-nlp'))) return;
  console.error('installing compromise and wink-nlp');
  const npm = process.env.npm_execpath;
  const [command, ...first] = npm === undefined ? ['npm'] : [process.execPath, npm];
  execFileSync(command, [...first, 'ci', '--ignore-scripts'], {
    cwd: HERE,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
