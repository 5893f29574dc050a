// SPDX-License-Identifier: Apache-2.0
// XLM-R's vocabulary ids, how SentencePiece ids map to them, and the mark of its pieces.
//
// Invariant: ids 0 to 3 are special, piece p >= 3 of the file has id p + 1, and `<mask>` comes
// last, so a file of n pieces gives a vocabulary of n + 2 ids. Source: fairseq's dictionary, kept
// by XLMRobertaTokenizer in Hugging Face transformers ("fairseq_offset").
//
//   xlmr_id(0) -> 3 (<unk>)     xlmr_id(6) -> 7     mask_id(250000) -> 250001
#ifndef XLMR_TEXT_SPECIAL_TOKENS_H_
#define XLMR_TEXT_SPECIAL_TOKENS_H_

#include <cstdint>
#include <string_view>

namespace xlmr {

/// ▁, which stands in pieces for the white space before a word.
inline constexpr std::string_view kMeta = "\u2581";

inline constexpr int32_t kBosId = 0;  // <s>
inline constexpr int32_t kPadId = 1;  // <pad>
inline constexpr int32_t kEosId = 2;  // </s>
inline constexpr int32_t kUnkId = 3;  // <unk>
inline constexpr int32_t kFairseqOffset = 1;
inline constexpr uint32_t kSpecialsPerSequence = 2;  // <s> $A </s>

constexpr int32_t xlmr_id(int32_t piece) { return piece == 0 ? kUnkId : piece + kFairseqOffset; }
constexpr int32_t mask_id(int32_t piece_count) { return piece_count + kFairseqOffset; }
constexpr int32_t vocabulary_size(int32_t piece_count) { return mask_id(piece_count) + 1; }

}  // namespace xlmr

#endif  // XLMR_TEXT_SPECIAL_TOKENS_H_
