# SPDX-License-Identifier: Apache-2.0
#
# SentencePiece's processor (no trainer, no flags) with the parts of Abseil it uses, in one archive.
#
# In WebAssembly for size: it serves one mode of the tokenizer, and everybody downloads it.
if(EMSCRIPTEN)
  set(CMAKE_CXX_FLAGS_RELEASE_UPSTREAM "${CMAKE_CXX_FLAGS_RELEASE}")
  set(CMAKE_CXX_FLAGS_RELEASE "-Oz -DNDEBUG")
endif()
set(ABSL_PROPAGATE_CXX_STD ON)
set(ABSL_BUILD_TESTING OFF)
set(ABSL_ENABLE_INSTALL OFF)
add_subdirectory(${SOURCES}/abseil abseil EXCLUDE_FROM_ALL)
if(EMSCRIPTEN)
  set(CMAKE_CXX_FLAGS_RELEASE "${CMAKE_CXX_FLAGS_RELEASE_UPSTREAM}")
endif()

# All Abseil targets that `target` links, itself included. Header-only ones have no objects.
function(collect_absl target result)
  get_target_property(real ${target} ALIASED_TARGET)
  if(real)
    set(target ${real})
  endif()
  if(target IN_LIST ${result})
    return()
  endif()
  set(found ${${result}} ${target})
  get_target_property(links ${target} INTERFACE_LINK_LIBRARIES)
  foreach(link IN LISTS links)
    if(link MATCHES "^absl::" AND TARGET ${link})
      collect_absl(${link} found)
    endif()
  endforeach()
  set(${result} ${found} PARENT_SCOPE)
endfunction()

set(absl_targets "")
foreach(name check log status status_builder strings flat_hash_map
             flat_hash_set btree random_random synchronization time)
  collect_absl(absl::${name} absl_targets)
endforeach()
set(absl_objects "")
foreach(target IN LISTS absl_targets)
  get_target_property(type ${target} TYPE)
  if(type STREQUAL "STATIC_LIBRARY")
    list(APPEND absl_objects $<TARGET_OBJECTS:${target}>)
  endif()
endforeach()

set(spm ${SOURCES}/sentencepiece)
file(GLOB protobuf_sources CONFIGURE_DEPENDS ${spm}/third_party/protobuf-lite/*.cc)
add_library(sentencepiece STATIC
  ${protobuf_sources}
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
  ${spm}/src/word_model.cc
  ${absl_objects})

# Upstream writes #include "third_party/absl/…" and expects Abseil's folder to be there.
set(spm_generated ${CMAKE_CURRENT_BINARY_DIR}/sentencepiece)
file(MAKE_DIRECTORY ${spm_generated}/third_party)
file(CREATE_LINK ${SOURCES}/abseil/absl ${spm_generated}/third_party/absl SYMBOLIC)
file(WRITE ${spm_generated}/config.h
  "#define VERSION \"0.2.2\"\n#define PACKAGE \"sentencepiece\"\n"
  "#define PACKAGE_STRING \"sentencepiece\"\n#define INSTALL_DATADIR \"\"\n")
target_include_directories(sentencepiece
  PRIVATE ${spm_generated} ${spm} ${spm}/src ${spm}/src/builtin_pb
          ${spm}/third_party/protobuf-lite ${spm}/third_party ${SOURCES}/abseil
  INTERFACE $<INSTALL_INTERFACE:include>)
target_compile_definitions(sentencepiece PRIVATE HAVE_PTHREAD=1)
target_compile_options(sentencepiece PRIVATE -w $<$<BOOL:${EMSCRIPTEN}>:-Oz>)
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
