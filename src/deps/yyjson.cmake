# SPDX-License-Identifier: Apache-2.0
#
# yyjson, a JSON reader. Its writer, its file functions and its JSON Pointer are left out.
#
# It asks for everything to be inlined, which makes one function of 65 kB: four times as much to download,
# and no faster in WebAssembly, where an engine optimises smaller functions sooner. The compiler chooses.
add_library(yyjson STATIC ${SOURCES}/yyjson/src/yyjson.c)
target_include_directories(yyjson PRIVATE ${SOURCES}/yyjson/src INTERFACE $<INSTALL_INTERFACE:include>)
target_compile_definitions(yyjson PUBLIC
  YYJSON_DISABLE_WRITER=1 YYJSON_DISABLE_UTILS=1 YYJSON_DISABLE_NON_STANDARD=1)
target_compile_definitions(yyjson PRIVATE yyjson_inline=inline)
target_compile_options(yyjson PRIVATE -Os)
install(FILES ${SOURCES}/yyjson/src/yyjson.h DESTINATION include)
install(TARGETS yyjson EXPORT XlmrNerDeps ARCHIVE DESTINATION lib)
