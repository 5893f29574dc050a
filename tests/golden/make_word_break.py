# SPDX-License-Identifier: Apache-2.0
"""Makes word_break.txt: the cases of Unicode's WordBreakTest.txt, version 16.0.0, in short.

    python tests/golden/make_word_break.py path/to/unicode-segmentation-1.12.0/tests/testdata/mod.rs

The crate is the one whose tables src/text/unicode/make_word_table.py reads. A line is a text: code points in
hex with a space, or a `/` where a word begins, between them: `61 308/2E`.
"""

import pathlib
import re
import sys

OUT = pathlib.Path(__file__).with_name("word_break.txt")
VERSION = "16.0.0"
HEAD = f"""# SPDX-License-Identifier: Unicode-3.0
# The cases of WordBreakTest-{VERSION}.txt, Copyright Unicode, Inc.; see make_word_break.py.
"""


def strings(source: str) -> list[str]:
    r"""Rust's string literals, of which the file has only those with \u{...} for every character."""
    literals = re.findall(r'"((?:\\u\{\w+\})*)"', source)
    return [" ".join(re.findall(r"\{(\w+)\}", each)).upper() for each in literals]


def main() -> None:
    source = pathlib.Path(sys.argv[1]).read_text()
    body = re.search(r"const TEST_WORD: .*?= &\[(.*?)\n    \];", source, re.S).group(1)
    assert f"{VERSION}/ucd/auxiliary/WordBreakTest.txt" in source
    lines = []
    for text, words in re.findall(r'\(("[^"]*"),\s*&\[([^\]]*)\]\)', body):
        split = strings(words)
        assert strings(text) == [" ".join(split)], text
        lines.append("/".join(split))
    assert len(lines) == body.count("&["), (len(lines), body.count("&["))
    OUT.write_text(HEAD + "\n".join(lines) + "\n")
    print(f"{len(lines)} cases, {OUT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
