# SPDX-License-Identifier: Apache-2.0
#
# Lets the module that Emscripten made (GLUE) start its threads from its own address. Emscripten writes
# the name that the file had when it was linked, and bundlers copy it under another. Browsers refuse a
# script of another origin: there a Blob, which is of the page's, imports it. Under Trusted Types an address has
# to be trusted first, as in web/policy.ts: a worker's script may have come with that policy, too.
#
# And lets it read strings in pages that are not cross-origin isolated, which have no SharedArrayBuffer: there
# each message of the core of more than 16 bytes would be a ReferenceError.
file(READ ${GLUE} text)
cmake_path(GET GLUE FILENAME name)
set(linked "new URL(\"${name}\",import.meta.url)")
string(FIND "${text}" "${linked}" found)
if(found EQUAL -1)
  message(FATAL_ERROR "${GLUE}: expected ${linked}, found none")
endif()
string(REPLACE "${linked}" "threadScript(import.meta.url)" text "${text}")
set(shared "heapOrArray.buffer instanceof SharedArrayBuffer")
string(FIND "${text}" "${shared}" found)
if(found EQUAL -1)
  message(FATAL_ERROR "${GLUE}: expected ${shared}, found none")
endif()
string(REPLACE "${shared}" "!(heapOrArray.buffer instanceof ArrayBuffer)" text "${text}")
string(APPEND text [[
function threadScript(own) {
  const url = new URL(own);
  if (url.origin === 'null' || url.origin === (globalThis.origin ?? url.origin)) return trustedScript(url.href);
  const code = `import ${JSON.stringify(own)};`;
  threadScript.blob ??= URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
  return trustedScript(threadScript.blob);
}
function trustedScript(url) {
  const { trustedTypes } = globalThis;
  if (trustedTypes === undefined) return new URL(url);
  trustedScript.policy ??= trustedTypes.createPolicy('xlmr-ner', { createScriptURL: (each) => each });
  return trustedScript.policy.createScriptURL(url);
}
]])
file(WRITE ${GLUE} "${text}")
