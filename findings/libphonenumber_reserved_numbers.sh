#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# libphonenumber (phonenumbers 9.0.43 for Python, libphonenumber-js 1.13.16 with its largest metadata): of the numbers
# that regulators reserve for films and examples, those of fixed lines are valid and those of mobile phones may not be.
#
# Ofcom (United Kingdom) and ARCEP (France) each reserve ranges of both kinds: 020 7946 0xxx and 07700 900xxx, 01 99 00
# xx xx and 06 39 98 xx xx. In both countries is_valid_number() takes the first and refuses the second, which are
# "possible" only. Those of the USA, Australia, Sweden and Germany are valid, of either kind. So a recogniser of private
# numbers that asks for validity finds one half of the numbers that people put into test data, and its recall on invented
# texts says nothing of real ones. (A reader that has the word "mobile" beside a number has to take what is possible.)
#
# Seen with Python 3.11 and Node 20. Fails if that is no longer so. Needs python3 with venv, node, PyPI and npm's registry.
set -eu

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check phonenumbers==9.0.43
npm install --silent --no-audit --no-fund libphonenumber-js@1.13.16

cat > reserved.py <<'PY'
import json
import subprocess

import phonenumbers

RESERVED = {
    "GB fixed": ("020 7946 0018", "GB", True),
    "GB mobile": ("07700 900123", "GB", False),
    "FR fixed": ("01 99 00 12 34", "FR", True),
    "FR mobile": ("06 39 98 12 34", "FR", False),
    "US": ("(212) 555-0123", "US", True),
    "AU mobile": ("0491 570 006", "AU", True),
    "SE mobile": ("070-1740605", "SE", True),
    "DE mobile": ("0171 39200 12", "DE", True),
}
script = """
import { parsePhoneNumberFromString as parse } from "libphonenumber-js/max";
const numbers = JSON.parse(process.argv[2]);
console.log(JSON.stringify(numbers.map(([number, country]) => parse(number, country).isValid())));
"""
with open("valid.mjs", "w") as file:
    file.write(script)
numbers = [[number, country] for number, country, _ in RESERVED.values()]
of_js = json.loads(subprocess.check_output(["node", "valid.mjs", json.dumps(numbers)]))
for (what, (number, country, expected)), js in zip(RESERVED.items(), of_js):
    parsed = phonenumbers.parse(number, country)
    valid = phonenumbers.is_valid_number(parsed)
    print(f"{what:10} {number:16} valid: {valid}, {js}; possible: {phonenumbers.is_possible_number(parsed)}")
    assert valid == js == expected, what
    assert phonenumbers.is_possible_number(parsed), what
PY
env/bin/python reserved.py
