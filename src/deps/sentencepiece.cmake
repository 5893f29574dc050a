# SPDX-License-Identifier: Apache-2.0
#
# SentencePiece's processor (no trainer, no flags) with the files of Abseil and of its own protobuf
# that a link takes, in one archive. A file that is missing in these lists fails the link of the
# core or of the native tests, and its undefined symbol says which.
#
# Most of the time would go into reading the same headers again for every file, so about a dozen
# files are compiled as one. It serves one mode of the tokenizer: in WebAssembly for size, because
# everybody downloads it; natively, where only the tests use it, without much optimising.
include(abseil.cmake)
set(spm ${SOURCES}/sentencepiece)

# Upstream writes #include "third_party/absl/…" and expects Abseil's folder to be there.
set(spm_generated ${CMAKE_CURRENT_BINARY_DIR}/sentencepiece)
file(MAKE_DIRECTORY ${spm_generated}/third_party)
file(CREATE_LINK ${SOURCES}/abseil/absl ${spm_generated}/third_party/absl SYMBOLIC)
file(WRITE ${spm_generated}/config.h
  "#define VERSION \"0.2.2\"\n#define PACKAGE \"sentencepiece\"\n"
  "#define PACKAGE_STRING \"sentencepiece\"\n#define INSTALL_DATADIR \"\"\n")

function(add_part name)
  add_library(${name} OBJECT ${ARGN})
  set_target_properties(${name} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 12)
  target_include_directories(${name}
    PRIVATE ${spm_generated} ${spm} ${spm}/src ${spm}/src/builtin_pb
            ${spm}/third_party/protobuf-lite ${spm}/third_party ${SOURCES}/abseil)
  target_compile_definitions(${name} PRIVATE HAVE_PTHREAD=1)
  target_compile_options(${name} PRIVATE -w $<IF:$<BOOL:${EMSCRIPTEN}>,-Oz,-O1>)
endfunction()

add_part(abseil ${abseil_sources})

set(protobuf_sources
  arena.cc
  arenastring.cc
  coded_stream.cc
  common.cc
  extension_set.cc
  generated_enum_util.cc
  generated_message_util.cc
  implicit_weak_message.cc
  int128.cc
  message_lite.cc
  parse_context.cc
  repeated_field.cc
  status.cc
  stringpiece.cc
  stringprintf.cc
  structurally_valid.cc
  strutil.cc
  time.cc
  wire_format_lite.cc
  zero_copy_stream.cc
  zero_copy_stream_impl.cc
  zero_copy_stream_impl_lite.cc)
list(TRANSFORM protobuf_sources PREPEND ${spm}/third_party/protobuf-lite/)
add_part(protobuf ${protobuf_sources})
# Some leave macros defined that the next may not meet.
set_property(TARGET protobuf PROPERTY UNITY_BUILD_CODE_AFTER_INCLUDE
  "#ifdef PROTOBUF_NAMESPACE\n#include <google/protobuf/port_undef.inc>\n#endif")

add_part(sentencepiece_processor
  ${spm}/src/builtin_pb/sentencepiece.pb.cc
  ${spm}/src/builtin_pb/sentencepiece_model.pb.cc
  ${spm}/src/bpe_model.cc
  ${spm}/src/char_model.cc
  ${spm}/src/filesystem.cc
  ${spm}/src/model_factory.cc
  ${spm}/src/model_interface.cc
  ${spm}/src/normalizer.cc
  ${spm}/src/sentencepiece_processor.cc
  ${spm}/src/unigram_model.cc
  ${spm}/src/util.cc
  ${spm}/src/word_model.cc)

add_library(sentencepiece STATIC
  $<TARGET_OBJECTS:abseil> $<TARGET_OBJECTS:protobuf> $<TARGET_OBJECTS:sentencepiece_processor>)
set_target_properties(sentencepiece PROPERTIES LINKER_LANGUAGE CXX)
target_include_directories(sentencepiece INTERFACE $<INSTALL_INTERFACE:include>)
if(NOT EMSCRIPTEN)
  target_link_libraries(sentencepiece INTERFACE Threads::Threads)
endif()

# The public header, with the include path an installed Abseil has (as upstream's install step does).
file(READ ${spm}/src/sentencepiece_processor.h header)
string(REGEX REPLACE "#include \"third_party/(absl/[^\"]+)\"" "#include <\\1>" header "${header}")
file(WRITE ${spm_generated}/public/sentencepiece_processor.h "${header}")
install(FILES ${spm_generated}/public/sentencepiece_processor.h DESTINATION include)
install(DIRECTORY ${SOURCES}/abseil/absl DESTINATION include
  FILES_MATCHING PATTERN "*.h" PATTERN "*.inc" PATTERN "testdata" EXCLUDE)
install(TARGETS sentencepiece EXPORT XlmrNerDeps ARCHIVE DESTINATION lib)
