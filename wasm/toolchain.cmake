# SPDX-License-Identifier: Apache-2.0
#
# Emscripten's toolchain file, wherever the emcc on PATH keeps it: emsdk and Homebrew next to emcc,
# Debian beside the scripts that /usr/bin/emcc calls.
find_program(emcc emcc REQUIRED)
file(REAL_PATH ${emcc} emcc)
cmake_path(GET emcc PARENT_PATH emscripten_root)
foreach(root ${emscripten_root} ${emscripten_root}/../libexec /usr/share/emscripten)
  if(EXISTS ${root}/cmake/Modules/Platform/Emscripten.cmake)
    include(${root}/cmake/Modules/Platform/Emscripten.cmake)
    return()
  endif()
endforeach()
message(FATAL_ERROR "No cmake/Modules/Platform/Emscripten.cmake beside ${emcc}")
