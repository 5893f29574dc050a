// SPDX-License-Identifier: Apache-2.0

import { execFileSync } from "node:child_process";
import { deflateSync, gzipSync } from "node:zlib";

import { expect, test } from "@jest/globals";
import fc from "fast-check";

import { TextFormatError } from "../../dist/node/index.js";
import { TextReader, decodeText } from "../../dist/wasm/js/base/text_file.js";

/** What decodeText() throws for some bytes. */
function refusal(bytes, encoding) {
  try {
    decodeText(bytes, encoding);
  } catch (error) {
    return error;
  }
  throw new Error("expected an error, found a text");
}

const text = "José Müller\nwohnt in 東京 🎉\n";

/** Sentences that were written for this test: the encoding as Python calls it, and as the web does. */
const sentences = [
  ["cp1252", "windows-1252", "“Zoë’s café” – said José, naïve as ever."],
  ["cp1252", "windows-1252", "José"],
  ["latin-1", "windows-1252", "Der Bürgermeister von Köln heißt Jürgen Groß."],
  ["latin-1", "windows-1252", "La réunion a été fixée à l'après-midi."],
  ["cp1250", "windows-1250", "Zażółć gęślą jaźń, powiedział Łukasz."],
  ["cp1250", "windows-1250", "Příliš žluťoučký kůň úpěl ďábelské ódy."],
  ["iso8859-2", "iso-8859-2", "Příliš žluťoučký kůň z Plzně, šťastný člověk."],
  ["cp1251", "windows-1251", "Анна Петрова переехала в Москву."],
  ["cp1251", "windows-1251", "Олександр Шевченко відкрив виставку у Львові."],
  ["koi8-r", "koi8-u", "Анна Петрова переехала в Москву."],
  ["iso8859-5", "iso-8859-5", "Анна Петрова переехала в Москву."],
  ["cp866", "ibm866", "Анна Петрова переехала в Москву."],
  ["cp1253", "windows-1253", "Η Ελένη σπούδασε στην Αθήνα."],
  ["cp1254", "windows-1254", "İstanbul'da oynanan maçta Mehmet Yılmaz'ın golüyle kazandı."],
  ["cp1255", "windows-1255", "רונית לוי מלמדת באוניברסיטה העברית בירושלים."],
  ["cp1256", "windows-1256", "سافر أحمد من القاهرة إلى دبي لحضور المؤتمر."],
  ["iso8859-6", "iso-8859-6", "سافر أحمد من القاهرة إلى دبي لحضور المؤتمر."],
  ["cp1257", "windows-1257", "Jānis Bērziņš dzīvo Rīgā un mācās latviešu valodu."],
  ["cp874", "windows-874", "สมชายย้ายจากเชียงใหม่ไปทำงานที่ธนาคารกรุงเทพ"],
  ["shift_jis", "shift_jis", "山本さんは京都の任天堂で働いている。"],
  ["euc_jp", "euc-jp", "山本さんは京都の任天堂で働いている。"],
  ["iso2022_jp", "iso-2022-jp", "山本さんは京都の任天堂で働いている。"],
  ["gb18030", "gb18030", "王小明昨天从北京飞往上海，参加了发布会。"],
  ["big5", "big5", "王小明昨天從臺北飛往高雄，參加了發表會。"],
  ["euc_kr", "euc-kr", "김민수는 서울에 있는 회사에서 일한다."],
  ["mac_roman", "macintosh", "La société a nommé Zoë à la tête de l’usine."],
];

const forms = ["utf-8", "utf-8-sig", "utf-16", "utf-32"];
const unmarked = ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"];

/** By Python's codecs, each text in its encoding, as one process makes them. */
const script = `
import json, sys
print(json.dumps([text.encode(codec).hex() for codec, text in json.load(sys.stdin)]))
`;
const made = [
  ...[...forms, ...unmarked].flatMap((codec) => [
    [codec, text],
    [codec, `\uFEFF${text}`],
  ]),
  ["utf-16", "Köln"],
  ...sentences.map(([codec, , sentence]) => [codec, sentence]),
];
const encoded = new Map();
const output = execFileSync("python3", ["-c", script], { input: JSON.stringify(made) });
for (const [i, hex] of JSON.parse(output.toString()).entries()) {
  encoded.set(made[i].join(), Buffer.from(hex, "hex"));
}
const python = (codec, value) => encoded.get(`${codec},${value}`);

test.each(forms)("a text in %s, with its mark, is read", (encoding) => {
  expect(decodeText(python(encoding, text))).toBe(text);
});

test.each(["utf-16-be", "utf-32-be"])("the mark of %s is known", (encoding) => {
  expect(decodeText(python(encoding, `\uFEFF${text}`))).toBe(text);
});

test.each(unmarked)("%s without a mark is refused by name", (encoding) => {
  const label = encoding.replace(/-(?=.e$)/, "");
  expect(refusal(python(encoding, text))).toMatchObject({ encoding: label, looks_like: label });
  expect(decodeText(python(encoding, text), label)).toBe(text);
});

test.each(sentences)("%s is refused as %s: %s", (codec, label, sentence) => {
  const bytes = python(codec, sentence);
  const error = refusal(bytes);
  expect(error).toBeInstanceOf(TextFormatError);
  expect(error).toMatchObject({ code: "text_format", encoding: label, looks_like: label });
  expect(error.message).toContain(label);
  expect(decodeText(bytes, error.encoding)).toBe(sentence);
});

test("an error names byte, offset and line", () => {
  const bytes = Buffer.concat([Buffer.from("Zürich\nBern\nGenf, "), Buffer.from([0xe9, 0x20])]);
  expect(refusal(bytes)).toMatchObject({
    offset: 19,
    message: expect.stringContaining("byte 0xE9 at offset 19, in line 3"),
  });
});

test.each([
  ["a byte that none begins with", [0x80]],
  ["an overlong form", [0xc0, 0xaf]],
  ["an overlong form of three bytes", [0xe0, 0x80, 0xaf]],
  ["a surrogate", [0xed, 0xa0, 0x80]],
  ["beyond U+10FFFF", [0xf4, 0x90, 0x80, 0x80]],
  ["a character that is cut", [0xe6, 0x9d]],
])("%s is no UTF-8", (_, wrong) => {
  const bytes = Buffer.concat([Buffer.from("東 "), Buffer.from(wrong)]);
  expect(refusal(bytes).offset).toBe(4);
  expect(decodeText(bytes, "utf-8")).toBe(new TextDecoder().decode(bytes));
});

test("any bytes are judged as TextDecoder judges them, however they are cut", () => {
  const strict = new TextDecoder("utf-8", { fatal: true });
  const units = [
    [0x61],
    [0x0a],
    [0xc3, 0xa9],
    [0xe6, 0x9d, 0xb1],
    [0xf0, 0x9f, 0x8e, 0x89],
    [0xe6],
  ];
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...units, [0xed], [0xa0], [0xf4], [0x90])),
      fc.integer({ min: 1, max: 5 }),
      (parts, size) => {
        const bytes = Uint8Array.from(parts.flat());
        const read = () => {
          const reader = new TextReader();
          let out = "";
          for (let at = 0; at < bytes.length; at += size) {
            out += reader.write(bytes.subarray(at, at + size));
          }
          out += reader.end();
          if (reader.problem !== undefined) throw reader.problem;
          return out;
        };
        let expected;
        try {
          expected = strict.decode(bytes);
        } catch {
          expect(read).toThrow(TextFormatError);
          return;
        }
        expect(read()).toBe(expected);
      },
    ),
    { seed: 5, numRuns: 300 },
  );
});

test.each(["utf-8-sig", "utf-16", "utf-32", "utf-16-be", "utf-32-be"])(
  "%s comes byte by byte",
  (encoding) => {
    const marked = encoding.endsWith("be") ? `\uFEFF${text}` : text;
    const reader = new TextReader();
    let out = "";
    for (const byte of python(encoding, marked)) out += reader.write(Uint8Array.of(byte));
    expect(out + reader.end()).toBe(text);
  },
);

test("a first line does not wait for a second", () => {
  const reader = new TextReader();
  expect(reader.write(Buffer.from("a\n"))).toBe("a\n");
});

test("UTF-16 that is cut is refused where it ends", () => {
  const bytes = python("utf-16", "Köln");
  expect(refusal(bytes.subarray(0, -1))).toMatchObject({
    offset: 8,
    looks_like: "damaged UTF-16LE",
  });
});

const png = Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), deflateSync("image")]);
const zip = (name) => Buffer.from(`PK\x03\x04${"\0".repeat(26)}${name}`, "latin1");

test.each([
  ["a PNG image", png],
  ["a JPEG image", Buffer.from("ffd8ffe000104a46494600", "hex")],
  ["a PDF document", Buffer.from("%PDF-1.7\n")],
  ["a gzip archive", gzipSync("text")],
  ["a zip archive", zip("notes.txt")],
  ["a Word document", zip("[Content_Types].xml word/document.xml")],
  ["an Excel workbook", zip("xl/workbook.xml")],
  ["an EPUB book", zip("mimetypeapplication/epub+zip")],
  ["an SQLite database", Buffer.from("SQLite format 3\0", "latin1")],
  ["a Rich Text (RTF) document", Buffer.from("{\\rtf1\\ansi Text}")],
  ["a tar archive", Buffer.concat([Buffer.alloc(257), Buffer.from("ustar\0")])],
])("%s is refused by its name", (kind, bytes) => {
  expect(refusal(bytes)).toMatchObject({
    message: expect.stringContaining(kind),
    looks_like: kind,
    encoding: undefined,
  });
});

test("an image is none in a named encoding, either; a text about GIF89a is one", () => {
  const noise = Buffer.from(Array.from({ length: 200 }, (_, i) => (i * 37) % 256));
  expect(refusal(Buffer.concat([png, noise]), "windows-1252").looks_like).toBe("a PNG image");
  expect(decodeText(Buffer.from("GIF89a is old"), "utf-8")).toBe("GIF89a is old");
});

const ascii = "Emma in Paris. ".repeat(10);

test.each([
  ["nothing but NUL", Buffer.alloc(5000), 0],
  [
    "NUL at the end, as a disk that was full leaves it",
    Buffer.from(`Jos\u00e9\n${"\0".repeat(20)}`),
    6,
  ],
  ["names that NUL ends", Buffer.from("Emma\0Paris\0"), 4],
  [
    "Latin letters that are ideographs in UTF-16",
    Buffer.from("K\xf6ln \0x\nEmma lives.\n", "latin1"),
    5,
  ],
  ["ASCII that is ideographs in UTF-16", Buffer.from("Angela\0Merkel in Paris.\n\0"), 6],
])("%s is binary data, though it is right in an encoding", (_, bytes, offset) => {
  const error = refusal(bytes);
  expect(error).toMatchObject({ looks_like: "binary data", encoding: undefined, offset });
  expect(error.message).toContain(`a NUL at byte ${offset}`);
  expect(decodeText(bytes, "utf-8")).toBe(bytes.toString());
});

test("a NUL among many characters is one of them", () => {
  expect(decodeText(Buffer.from(`${ascii}\0`))).toBe(`${ascii}\0`);
});

test("UTF-16 is known by 8192 bytes, were the last ones half a character", () => {
  const wide = Buffer.from(`x${"🎉".repeat(3000)}`, "utf16le");
  expect(refusal(wide)).toMatchObject({ encoding: "utf-16le" });
});

test("bytes without any order are binary data", () => {
  const bytes = Uint8Array.from({ length: 4096 }, (_, i) => (i * i * 31 + i * 17) % 251);
  expect(refusal(bytes)).toMatchObject({ looks_like: "binary data", encoding: undefined });
});

test.each([
  ["a disk's hole", new Uint8Array(1000), 0],
  ["an old tar archive", Buffer.from(`caller${"\0".repeat(94)}0000644\0`), 6],
  ["weights without a number", Buffer.from(`\x40${"\0".repeat(7)}{"__metadata__":{}}`), 1],
])("%s is no text, though all its bytes are UTF-8", (_, bytes, offset) => {
  expect(refusal(bytes)).toMatchObject({ looks_like: "binary data", encoding: undefined, offset });
});

test("kana are none of the syllables that Korean is written with", () => {
  const bytes = "8d828bb482cc96bc914f82cd97e996d882c582b7"; // 高橋の名前は鈴木です
  expect(refusal(Buffer.from(bytes, "hex")).encoding).toBe("shift_jis");
});

test("one damaged byte in UTF-8 is said to be one", () => {
  const bytes = Buffer.from("Müller wohnt in Köln, Groß in Düsseldorf, Jörg nirgends.");
  bytes[30] = 0xff;
  expect(refusal(bytes)).toMatchObject({ looks_like: "damaged UTF-8", encoding: "utf-8" });
});

test("an encoding that there is none of is refused", () => {
  expect(refusal(Buffer.from("a"), "klingon")).toMatchObject({
    code: "invalid_argument",
    message: expect.stringContaining("'klingon'"),
  });
});
