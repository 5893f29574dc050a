# SPDX-License-Identifier: Apache-2.0
#
# Lets the module that Emscripten made (GLUE) start its threads from its own address. Emscripten writes
# the name that the file had when it was linked, and bundlers copy it under another.
file(READ ${GLUE} text)
cmake_path(GET GLUE FILENAME name)
set(linked "new URL(\"${name}\",import.meta.url)")
string(FIND "${text}" "${linked}" found)
if(found EQUAL -1)
  message(FATAL_ERROR "${GLUE}: expected ${linked}, found none")
endif()
string(REPLACE "${linked}" "new URL(import.meta.url)" text "${text}")
file(WRITE ${GLUE} "${text}")
