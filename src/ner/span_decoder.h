// SPDX-License-Identifier: Apache-2.0
// Span decoders: a sequence of labels to spans, by the rules of five systems.
//
// Invariant: spans are in order and do not overlap. `scheme` and `hf` put every label into a span,
// `O` too, because their callers choose what to ignore; the others report entities alone.
//
//   labels             B-PER I-LOC I-LOC O     O I-PER I-PER     PER PER O
//   scheme, hf, conll  PER [0,1) LOC [1,3)     PER [1,3)         PER [0,2)   (conll: ER)
//   tner               PER [0,1)               -                 refused
//   sparknlp           PER [0,3)               PER [1,3)         R [0,2)
//
//   labels             B- I- O                 B I O                 人名 O
//   scheme, hf         "" [0,2)                B [0,1) I [1,2)       人名 [0,1)
//   conll              _ [0,2)                 _ [0,2)               名 [0,1)
//   tner               "" [0,2)                refused               refused
//   sparknlp           "" [0,2)                -                     "" [0,1)
//
// Sources: transformers 4.57.6 and 5.24 group_entities (hf); seqeval 1.2.2 get_entities in its default mode,
// which finds conlleval's chunks and also knows S- (conll); T-NER 0.2.4 decode_ner_tags (tner);
// Spark NLP NerTagsEncoding.fromIOB for IOB2 (sparknlp). `scheme` is hf that also ends an entity at
// E-, S-, L- and U- where the labels have them.
#ifndef XLMR_NER_SPAN_DECODER_H_
#define XLMR_NER_SPAN_DECODER_H_

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/ranges.h"
#include "base/result.h"
#include "ner/label_map.h"
#include "ner/label_scheme.h"

namespace xlmr {

enum class SpanDecoder { scheme, hf, conll, tner, sparknlp };

struct Span {
  TokenRange units;       ///< pieces or words, whatever the labels belong to
  std::string_view type;  ///< views the label map or a constant
};

/// `labels` are ids of `map`. Only `scheme` looks at `scheme`. Errors: invalid_argument under `tner`
/// for a label that occurs and is neither O nor begins with B- or I-.
[[nodiscard]] Result<std::vector<Span>> decode_spans(std::span<const uint32_t> labels,
                                                     const LabelMap& map, SpanDecoder decoder,
                                                     LabelScheme scheme);

}  // namespace xlmr

#endif  // XLMR_NER_SPAN_DECODER_H_
