// SPDX-License-Identifier: Apache-2.0
// What the documents show and a test cannot do as it stands: what it does instead, and why.

/** Where addresses lead in a test. */
export const addresses = [
  {
    address: "https://example.org",
    why: "no such model is there: a server of the test has one",
  },
  {
    address: "https://huggingface.co",
    why: "tests use no network: the test's hub has a tiny model under each id (HF_ENDPOINT)",
  },
];

/**
 * Commands of docs/building.md and docs/finetune.md, in a checkout: they build, or run for minutes, or run
 * these tests themselves. That a script and its file are there is checked.
 */
export const checkoutCommands = [
  { command: "npm install", why: "it builds the checkout; .ci runs it in a fresh clone" },
  { command: "npm test", why: "it is what runs this" },
  { command: "npm run check", why: "it compiles; it is run before each commit" },
  { command: "npm run test:asan", why: "it compiles all of the C++ again" },
  {
    command: 'npx xlmr-ner "Angela Merkel besuchte im Juli Paris."',
    why: "setup-npx.test.js runs it, and .ci does in a fresh clone",
  },
  {
    command: "git clone https://github.com/emscripten-core/emsdk",
    why: "an emsdk is fetched from where tests have no way to",
  },
  {
    command: "cd emsdk && ./emsdk install latest && ./emsdk activate latest && . ./emsdk_env.sh",
    why: "as above",
  },
  { command: "cd ../xlmr-ner && npm install", why: "as above" },
  {
    command: 'docker run --rm -it -v "$PWD":/src -w /src emscripten/emsdk bash',
    why: "there is no Docker where tests run",
  },
  {
    command: "apt-get update && apt-get install --yes python3-pip && pip install cmake ninja",
    why: "it is for the container",
  },
  {
    command: "python -m venv work/venv && . work/venv/bin/activate",
    why: "it makes an environment for the next command",
  },
  {
    command: "pip install -r models/train/finetuning/requirements.txt",
    why: "it downloads torch; finetune_docs_python.test.js runs with what it installs",
  },
];
