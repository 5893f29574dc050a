// SPDX-License-Identifier: Apache-2.0
// What each recogniser takes and what it leaves, by published examples and by the forms that decoys have.

import { describe, expect, test } from "@jest/globals";

import { createRecognizers } from "#js/recognizers/public.js";

const find = (name, text) =>
  createRecognizers({ include: [name] })[0]
    .recognize(text)
    .map(({ word }) => word);

/** `«…»` marks what is found. */
const cases = {
  email: [
    "write to «anna.berg+news@mail.example.org», please",
    "<«o'brien@example.ie»>, «müller@exämple.de»; 邮箱«zhang@example.cn»请 메일 «kim@example.kr»로",
    "«anna@example.org».Bitte an die «team@example.de»-Adresse, «иван@пример.рф», mailto:«a@b.io»",
    '«"anna berg"@example.org» «root@[192.0.2.1]» ＠ «a_b＠example.jp»',
    "«anna (at) example (dot) org» «bob [at] mail.example.com» «eve{ät}example.de»",
    "icon@2x.png a.b@3x.jpeg lib@1.2.3 lib@4.17.21.tgz @anna @anna@example.social user@localhost x@y.z",
    "git@example.org:team/tool.git ssh://git@example.org/x a@b @ @@ a@.b a@b..c",
  ],
  url: [
    "see «https://example.org/a_(b)?c=d#e», («http://example.org/x») and «www.example.org».",
    "«postgres://user:pw@db.example.org:5432/x» «http://[2001:db8::1]:8080/a» «example.org/people/anna»",
    "访问«https://example.cn/a»查看 «https://ja.example.org/wiki/東京»、[a](«https://example.org/b»)",
    "and/or 1/2 a.b/c km/h www. http:// readme.md/x std::x // comment",
  ],
  ip: [
    "host «192.0.2.1», «2001:db8::1», [«::ffff:192.0.2.1»] «fe80::1»%eth0 «2001:DB8:0:0:8:800:200C:417A»",
    "v1.2.3.4, version 2.3.4.5, 1.2.3.4.5, 1.2.3, 256.1.1.1, Release 10.0.0.1, §1.2.3.4",
    "12:30:45, std::vector, a::b, dead::beef, 1:2:3, 00:1a:2b:3c:4d:5e:6f:70, ::",
  ],
  mac: [
    "«00:1a:2b:3c:4d:5e» «00-1A-2B-3C-4D-5E» «001a.2b3c.4d5e» «00:1a:2b:3c:4d:5e:6f:70»",
    "00:1a:2b:3c:4d 00:1a:2b:3c:4d:5e:6f 12:30:45 2001:db8::1 g0:1a:2b:3c:4d:5e 1.2.3",
  ],
  phone: [
    "«+49 30 1234567», «+44 (0)20 7946 0958» «0049 30 1234567» tel:«+1-202-555-0143»",
    "«(202) 555-0143» «06 12 34 56 78» «090-1234-5678» «0171/2345678» «8 (912) 345-67-89» 打«13812345678»",
    "Tel. «030 1234567» oder «0171 2345678» फ़ोन «९८७६५ ४३२१०» call «555-0143»",
    "2024-05-17 12:30, 17.05.2024, 1 234 567, 1.234.567,00 €, 52.520008, 192.168.100.200, 978-3-16-148410-0",
    "order 0123-456789, Rechnung 030 1234567, #12345678, ID-12345678, 4111 1111 1111 1111, 2019-2024",
    "DE89 3704 0044 0532 0130 00, C++ 11 1234567, 12345678901234567890, 1+1234567",
  ],
  iban: [
    "«DE89 3704 0044 0532 0130 00» «GB29NWBK60161331926819» IBAN:«FR1420041010050500013M02606»",
    "«NO93-8601-1117-947» IBAN«BE68539007547034», «nl91 abna 0417 1643 00»",
    "DE88370400440532013000 XX89370400440532013000 DE893704004405320130 DE89370400440532013000123",
  ],
  card: [
    "«4111 1111 1111 1111» 12/27 123, «5555-5555-5555-4444», «378282246310005», «3714 496353 98431»",
    "«6011111111111117» «3056 930902 5904» «3530111333300000» visa «4222222222222» «6304000000000000»",
    "4111111111111112 1234567812345670 4222222222222 1715934000123456 9780306406157 41111111111111110",
  ],
  id: [
    // Published examples of what python-stdnum does not know.
    "СНИЛС «112-233-445 95» TAJ «111 111 110» RVNR «15 070649 C 103» «65170839J003» «756.9217.0769.85»",
    "dowód osobisty «ABA300000» SSN «078-05-1120» «AB123456C» «S1234567D» «A123456789» PAN «ABCPE1234F»",
    "CPR «070761-4285» cpr «010203-1234» ИИН «900101300017» паспорт «45 08 123456» NIK «3204110609970001»",
    "«1 85 05 2A 123 456 33» numéro de sécurité sociale «185052A12345633», 1 85 05 2B 123 456 33",
    "44051401359 123456789 000-12-3456 666-12-3456 ZZ123456C 4111 1111 1111 1111 20240517123045",
    "order 12345678901, 1111 2222 3333 4444, PO-44051401359-X, v12345678Z",
  ],
  secret: [
    "«AKIAIOSFODNN7EXAMPLE» aws_secret_access_key = «wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY»",
    "token: «ghp_abcdefghijklmnopqrstuvwxyz0123456789» «sk-proj-abcdefghijklmnopqrstuvwx»",
    "«eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2ln» «SG.abcdefghijklmnopqrstuv.abcdefghijklmnopqrstuv»",
    "«-----BEGIN RSA PRIVATE KEY-----\nMIIB\n-----END RSA PRIVATE KEY-----» -----BEGIN PUBLIC KEY-----",
    "d41d8cd98f00b204e9800998ecf8427e, a-long-slug-of-words-with-2024, AKIA123, sk-short, 018f8c3e-7b2a-7c3d",
  ],
  birthdate: [
    "geboren am «17.05.1984», born «May 17, 1984», née le «3 mars 1990», «1984年5月17日»生, DOB: «1984-05-17»",
    "on 17.05.1984, born in 1984, geboren am 32.05.1984, geb. 17.13.1984",
  ],
  amount: [
    "«12,50 €», «$1,234.56», «1 200 kr», «EUR 5», «12.345円», «₹1,23,456.00»",
    "12, 12 km, x12 €y, 2024",
  ],
};

describe.each(Object.entries(cases))("%s", (name, lines) => {
  test.each(lines)("%s", (line) => {
    const wanted = [...line.matchAll(/«([^»]*)»/g)].map(([, word]) => word);
    expect(find(name, line.replace(/[«»]/g, ""))).toEqual(wanted);
  });
});
