// SPDX-License-Identifier: Apache-2.0
// HfTokenizer: text to pieces exactly as Hugging Face's fast (Rust) tokenizer of XLM-R does it.
//
// Invariant: ids and words equal the reference's, oddities included, and so do ranges when its
// alignment is asked for; ranges are in text order. Special tokens around the text are not part of
// the result.
//
//   added tokens ─► normaliser ─► words ─► unigram
//   "</s> hi"    ->  ids 2, 1274   ranges [0,4) [5,7)   words 0, 1
//
// Source: tokenizers 0.22.2 and 0.23.3, which agree, with the pipelines of xlm-roberta's
// tokenizer.json: as published, as converted by transformers 4.57.6 and as rebuilt by 5.24.
#ifndef XLMR_TEXT_HF_TOKENIZER_H_
#define XLMR_TEXT_HF_TOKENIZER_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ranges.h"
#include "base/result.h"
#include "text/added_tokens.h"
#include "text/encoding.h"
#include "text/lexicon.h"
#include "text/normalizer.h"
#include "text/pretokenizer.h"
#include "text/tokenizer_spec.h"
#include "text/trim_offsets.h"
#include "text/unigram.h"

namespace xlmr {

class HfTokenizer {
 public:
  HfTokenizer(std::shared_ptr<const Lexicon> lexicon, Pipeline pipeline);

  /// Buffers of one call, to be kept between calls of one thread.
  class Work {
    friend class HfTokenizer;

    Alignment alignment = Alignment::exact;
    Encoding encoding;
    size_t normalized_bytes = 0;  // of all segments so far
    uint32_t next_word = 0;
    std::vector<AddedTokenSpan> segments;
    AlignedText normalized;
    std::vector<AddedTokenSpan> spans;
    AlignedText words;
    std::vector<ByteRange> bounds;
    std::vector<SegmentedPiece> pieces;
    Unigram::Scratch scratch;
  };

  /// `text` is valid UTF-8 of less than 4 GiB. Safe to call from several threads. Errors: text_too_long
  /// for one that exceeds kMaxNormalizedBytes.
  [[nodiscard]] Result<Encoding> encode(std::string_view text, Alignment alignment) const;

  /// The same without copies, each thread with its own `work`: the result lives in it until its
  /// next use.
  [[nodiscard]] Result<const Encoding*> encode(std::string_view text, Alignment alignment,
                                               Work& work) const;

  /// Empty for an id outside [0, vocabulary_size()).
  [[nodiscard]] std::string_view piece(int32_t id) const;

  [[nodiscard]] int32_t vocabulary_size() const {
    return lexicon_->vocabulary().size() + static_cast<int32_t>(added_pieces_.size());
  }

 private:
  [[nodiscard]] bool encode_segment(std::string_view text, ByteRange segment, Work& work) const;
  void normalize(std::string_view text, ByteRange segment, Alignment alignment,
                 AlignedText& out) const;
  void encode_words(std::string_view text, ByteRange normalized, Work& work) const;
  [[nodiscard]] ByteRange range_after_space(std::string_view text, ByteRange piece, ByteRange word,
                                            const AlignedText& words) const;
  void push_added(int32_t id, std::string_view text, ByteRange range, std::string_view token,
                  Work& work) const;
  [[nodiscard]] ByteRange trimmed(std::string_view text, ByteRange range, std::string_view token,
                                  const Work& work) const;

  std::shared_ptr<const Lexicon> lexicon_;
  bool lowercase_;
  bool strip_right_;
  bool collapse_spaces_;
  PretokenizerOptions pretokenizer_;
  std::optional<OffsetTrimming> trimming_;
  std::vector<std::string> added_pieces_;  // those behind the lexicon's
  AddedTokens raw_tokens_;
  AddedTokens normalized_tokens_;
};

}  // namespace xlmr

#endif  // XLMR_TEXT_HF_TOKENIZER_H_
