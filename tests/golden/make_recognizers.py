# SPDX-License-Identifier: Apache-2.0
"""recognizers.json: invented numbers that other packages say are right or wrong.

    pip install python-stdnum==2.2 phonenumbers==9.0.43 && python tests/golden/make_recognizers.py

`ids`, `ibans` and `cards` have for each kind numbers that python-stdnum takes, and numbers that it
refuses, which are the former with one digit changed. `phones` are libphonenumber's own example
numbers in each of its forms.
"""

import importlib
import json
import random
import re
from importlib.metadata import version
from pathlib import Path

import phonenumbers
from phonenumbers import PhoneNumberFormat as Form
from stdnum import iban, luhn

random.seed(22)
COUNT = 6


def digits(count):
    return "".join(random.choice("0123456789") for _ in range(count))


def day(form):
    y, m, d = random.randint(40, 99), random.randint(1, 12), random.randint(1, 28)
    return form.format(y=y, m=m, d=d)


def ymd():
    return day("{y:02}{m:02}{d:02}")


def dmy():
    return day("{d:02}{m:02}{y:02}")


def letters(count, of="ABCDEFGHJKLMNPRSTUVWXYZ"):
    return "".join(random.choice(of) for _ in range(count))


LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

# country, module of python-stdnum, a maker of what may be one, how it is written without separators.
IDS = [
    ("GB", "gb.nhs", lambda: digits(10)),
    (
        "IE",
        "ie.pps",
        lambda: digits(7) + letters(1, "ABCDEFGHIJKLMNOPQRSTUVW") + random.choice(["", "A", "B"]),
    ),
    ("FR", "fr.nir", lambda: random.choice("12") + day("{y:02}{m:02}") + "75" + digits(8)),
    ("BE", "be.nn", lambda: ymd() + digits(5)),
    ("NL", "nl.bsn", lambda: digits(9)),
    ("ES", "es.dni", lambda: digits(8) + letters(1, LETTERS)),
    ("ES", "es.nie", lambda: random.choice("XYZ") + digits(7) + letters(1, LETTERS)),
    ("PT", "pt.nif", lambda: random.choice("123") + digits(8)),
    (
        "IT",
        "it.codicefiscale",
        lambda: (
            letters(3, "BCDFGLMNPRST")
            + letters(3, "BCDFGLMNPRST")
            + f"{random.randint(40, 99)}{letters(1, 'ABCDEHLMPRST')}{random.randint(1, 28):02}H501"
            + letters(1, LETTERS)
        ),
    ),
    ("GR", "gr.amka", lambda: dmy() + digits(5)),
    ("GR", "gr.vat", lambda: digits(9)),
    ("DE", "de.idnr", lambda: "".join(random.sample("123456789", 8) + ["1", "2"]) + digits(1)),
    ("AT", "at.vnr", lambda: str(random.randint(1, 9)) + digits(3) + dmy()),
    ("CH", "ch.ssn", lambda: "756" + digits(10)),
    ("PL", "pl.pesel", lambda: ymd() + digits(5)),
    ("PL", "pl.nip", lambda: "5" + digits(9)),
    ("CZ", "cz.rc", lambda: day("{y:02}{m:02}{d:02}").replace("4", "6", 1) + digits(4)),
    ("SE", "se.personnummer", lambda: ymd() + "-" + digits(4)),
    ("FI", "fi.hetu", lambda: dmy() + "-" + digits(3) + letters(1, "ABCDEFHJKLMNPRSTUVWXY0123456789")),
    ("NO", "no.fodselsnummer", lambda: dmy() + digits(5)),
    ("EE", "ee.ik", lambda: random.choice("34") + ymd() + digits(4)),
    ("RO", "ro.cnp", lambda: random.choice("12") + ymd() + f"{random.randint(1, 40):02}" + digits(4)),
    ("BG", "bg.egn", lambda: ymd() + digits(4)),
    ("RU", "ru.inn", lambda: "77" + digits(10)),
    ("UA", "ua.rntrc", lambda: "3" + digits(9)),
    ("TR", "tr.tckimlik", lambda: random.choice("123456789") + digits(10)),
    ("IL", "il.idnr", lambda: digits(9)),
    ("CN", "cn.ric", lambda: "110105" + "19" + ymd() + digits(3) + random.choice("0123456789X")),
    ("JP", "jp.in_", lambda: digits(12)),
    ("KR", "kr.rrn", lambda: ymd() + random.choice("12") + digits(6)),
    ("IN", "in_.aadhaar", lambda: random.choice("23456789") + digits(11)),
    ("TH", "th.pin", lambda: random.choice("12345678") + digits(12)),
    ("CA", "ca.sin", lambda: random.choice("1234567") + digits(8)),
    ("MX", "mx.curp", lambda: "GOMC" + ymd() + "HDFRRL" + digits(2)),
    ("AR", "ar.cuit", lambda: random.choice(["20", "27"]) + digits(9)),
    ("CL", "cl.rut", lambda: str(random.randint(1, 2)) + digits(7) + random.choice("0123456789K")),
    ("BR", "br.cpf", lambda: digits(11)),
    ("AU", "au.tfn", lambda: random.choice("123456789") + digits(8)),
    ("ZA", "za.idnr", lambda: ymd() + digits(4) + "08" + digits(1)),
]

# Where the check is optional in the rule: a number with another digit may be one.
OPTIONAL = {"KR"}


def changed(value):
    at = random.choice([i for i, sign in enumerate(value) if sign.isdigit()])
    other = random.choice([d for d in "0123456789" if d != value[at]])
    return value[:at] + other + value[at + 1 :]


def find(make, is_valid, count=COUNT):
    found = []
    while len(found) < count:
        value = make()
        if is_valid(value) and value not in found:
            found.append(value)
    return found


def wrong(valid, is_valid):
    """One digit changed, so that the package refuses it."""
    found = []
    for value in valid:
        other = changed(value)
        while is_valid(other):
            other = changed(value)
        found.append(other)
    return found


def ids():
    for country, name, make in IDS:
        module = importlib.import_module(f"stdnum.{name}")
        valid = find(make, module.is_valid)
        written = getattr(module, "format", lambda value: value)
        yield {
            "country": country,
            "module": name,
            "valid": valid,
            "written": [written(value) for value in valid],
            "refused": [] if country in OPTIONAL else wrong(valid, module.is_valid),
        }


def ibans():
    data = Path(iban.__file__).with_name("iban.dat").read_text(encoding="utf-8")
    for country, form in re.findall(r'^([A-Z]{2}) .*bban="([^"]*)"', data, re.M):
        makers = {"n": digits, "a": letters, "c": digits}
        bban = "".join(makers[kind](int(n)) for n, kind in re.findall(r"(\d+)!([nac])", form))
        number = int("".join(str(int(sign, 36)) for sign in f"{bban}{country}00"))
        yield f"{country}{98 - number % 97:02}{bban}"


def cards():
    prefixes = {"4": 16, "51": 16, "55": 16, "2221": 16, "2720": 16, "34": 15, "37": 15, "36": 14, "38": 14}
    prefixes |= {"6011": 16, "644": 16, "65": 16, "3528": 16, "3589": 16, "62": 16, "2200": 16, "2204": 16}
    prefixes |= {"9792": 16, "50": 16, "6763": 16}
    for prefix, length in prefixes.items():
        body = prefix + digits(length - 1 - len(prefix))
        yield body + luhn.calc_check_digit(body)


def phones():
    regions = (
        "US GB CA IE AU NZ ZA DE AT CH ES MX AR CL CO FR BE IN BD HU ID JP KZ KR NL NO PL PT BR RO RU".split()
    )
    for region in [*regions, "SE", "FI", "DK", "TH", "TR", "CN", "TW", "IT"]:
        for kind in (phonenumbers.PhoneNumberType.FIXED_LINE, phonenumbers.PhoneNumberType.MOBILE):
            number = phonenumbers.example_number_for_type(region, kind)
            forms = {"international": Form.INTERNATIONAL, "e164": Form.E164, "national": Form.NATIONAL}
            yield {
                "country": region,
                **{name: phonenumbers.format_number(number, form) for name, form in forms.items()},
            }


valid_ibans = list(ibans())
valid_cards = list(cards())
result = {
    "made_by": {name: version(name) for name in ("python-stdnum", "phonenumbers")},
    "ids": list(ids()),
    "ibans": {
        "valid": valid_ibans,
        "refused": wrong(valid_ibans, lambda v: iban.is_valid(v, check_country=False)),
    },
    "cards": {"valid": valid_cards, "refused": wrong(valid_cards, luhn.is_valid)},
    "phones": list(phones()),
}
path = Path(__file__).with_name("recognizers.json")
path.write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
