// SPDX-License-Identifier: Apache-2.0
// PickleOpcode: the opcodes that the pickle of a state dict needs, and no other.
//
// Invariant: none of them names a class by a text that the pickle computes, and none runs anything.
//
//   'X', 1, 0, 0, 0, 'a'   -> kBinunicode, the text "a"
//
// Source: pickletools.opcodes (CPython); those that torch/_weights_only_unpickler.py accepts.
#ifndef XLMR_FORMATS_PICKLE_OPCODE_H_
#define XLMR_FORMATS_PICKLE_OPCODE_H_

#include <cstdint>

namespace xlmr {

enum PickleOpcode : uint8_t {
  kMark = '(',
  kStop = '.',
  kBinint = 'J',
  kBinint1 = 'K',
  kBinint2 = 'M',
  kNone = 'N',
  kBinpersid = 'Q',
  kReduce = 'R',
  kShortBinstring = 'U',
  kBinunicode = 'X',
  kBinfloat = 'G',
  kEmptyList = ']',
  kAppend = 'a',
  kBuild = 'b',
  kGlobal = 'c',
  kAppends = 'e',
  kBinget = 'h',
  kLongBinget = 'j',
  kBinput = 'q',
  kLongBinput = 'r',
  kSetitem = 's',
  kTuple = 't',
  kEmptyTuple = ')',
  kSetitems = 'u',
  kEmptyDict = '}',
  kProto = 0x80,
  kNewobj = 0x81,
  kTuple1 = 0x85,
  kTuple2 = 0x86,
  kTuple3 = 0x87,
  kNewtrue = 0x88,
  kNewfalse = 0x89,
  kLong1 = 0x8A,
  kEmptySet = 0x8F,
};

}  // namespace xlmr

#endif  // XLMR_FORMATS_PICKLE_OPCODE_H_
