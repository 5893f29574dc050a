// SPDX-License-Identifier: Apache-2.0

import type { AbortSignal, Blob, File, Headers, Response, URL } from "./host_types.js";

/**
 * How tokens become records: `none` gives one record a token, `simple` merges neighbours of one
 * label; `first`, `average` and `max` first give each word one label, that of its first token, of
 * its tokens' mean, or of its surest token. Names are those of the Python pipeline.
 */
export type AggregationStrategy = "none" | "simple" | "first" | "average" | "max";

/**
 * Whose rules make entities of labels: `hf`, the Python pipeline's; `conll`, those of conlleval and
 * seqeval; `tner`, T-NER's; `sparknlp`, those of Spark NLP's NerConverter.
 */
export type Decoder = "hf" | "conll" | "tner" | "sparknlp";

/** What a model's label prefixes mean. */
export type LabelScheme = "BIO" | "IOB1" | "BIOES" | "BILOU" | "none";

/** The unit of `start` and `end`: JavaScript's (`text.slice`) or Python's. */
export type OffsetUnit = "utf16" | "codepoint";

/** A label and how likely it is. */
export interface LabelScore {
  /** The full label, `B-PER`. */
  label: string;
  /** Its probability, from 0 to 1. */
  score: number;
}

/** A script, and how much of a text is written in it. */
export interface ScriptCount {
  /** Its ISO 15924 code: `Latn`, `Cyrl`, `Hani`. */
  script: string;
  /** Characters (code points) of the text whose Unicode property Script it is. */
  characters: number;
}

/** The record of one piece, as `aggregation_strategy: 'none'` gives it. */
export interface TokenEntity {
  /** The full label, `B-PER`. */
  entity: string;
  /** The label's probability, from 0 to 1. */
  score: number;
  /** Position among the text's tokens, where `<s>` is 0. */
  index: number;
  /** The vocabulary piece, `▁Emma`. */
  word: string;
  /** Where the piece begins in the text, in the unit that `offsets` names. */
  start: number;
  /** Where it ends; the character there is not part of it. */
  end: number;
  /** The best labels, best first, where `top_k` asks for them. */
  labels?: LabelScore[];
}

/** The record of one span, as every other strategy gives it. */
export interface EntityGroup {
  /** The label without its `B-` or `I-`. */
  entity_group: string;
  /** The mean score of its pieces or words, from 0 to 1. */
  score: number;
  /** The entity's text, as the tokenizer reads it. */
  word: string;
  /** Where the entity begins in the text, in the unit that `offsets` names. */
  start: number;
  /** Where it ends; the character there is not part of it. */
  end: number;
  /** The best labels by the mean of the tokens or words, where `top_k` asks for them. */
  labels?: LabelScore[];
}

/** A record of either kind. */
export type Entity = TokenEntity | EntityGroup;

/** The record that a strategy gives. */
export type EntityOf<S extends AggregationStrategy> = S extends "none" ? TokenEntity : EntityGroup;

/** The records of one text. */
export type EntityList<S extends AggregationStrategy = AggregationStrategy> = EntityOf<S>[] & {
  /** Where the text was cut: how many tokens at its end the model has not seen. */
  truncated?: number;
};

/** A half-open range of a text. */
export type OffsetPair = readonly [start: number, end: number];

/** Which Python pipeline: `hf` is that of transformers 5 (5.24), `hf-4` that of transformers 4 (4.57.6). */
export type Compat = "hf" | "hf-4";

/** What one call of a pipeline may be told. */
export interface TagOptions<S extends AggregationStrategy = AggregationStrategy> {
  /** What gets a record: each piece, or each entity. Default `none`. */
  aggregation_strategy?: S | undefined;
  /** Records with these labels or groups are left out; `O` means that label only. Default `['O']`. */
  ignore_labels?: readonly string[] | undefined;
  /**
   * The unit of `start` and `end`. Default `utf16`, so that `text.slice(start, end)` is the entity;
   * `codepoint` under `compat`.
   */
  offsets?: OffsetUnit | undefined;
  /** Tokens that neighbouring windows of a long text share. Default 128, or a quarter of a shorter window. */
  stride?: number | undefined;
  /** The input is a list of words, or a list of such lists; the text is the words with `delimiter` between. */
  is_split_into_words?: boolean | undefined;
  /** What stands between given words. Default one space. */
  delimiter?: string | undefined;
  /** Replaces the tokenizer's offsets: a range for each token, `<s>` and `</s>` included. One text only. */
  offset_mapping?: readonly OffsetPair[] | undefined;
  /** Cut a long text to one window, and report it as `truncated`, instead of tagging all of it. */
  truncation?: boolean | undefined;
  /** Gives what the Python pipeline gives, in every field. docs/differences.md lists what that is. */
  compat?: Compat | undefined;
  /** Whose rules make entities of labels. Default: like `hf`, and BIOES and BILOU entities end where those schemes say so. */
  decoder?: Decoder | undefined;
  /**
   * Labels are chosen as the best sequence: by the model's own CRF where it has one, else under the
   * constraints of the label scheme. Default: only where the model has a CRF.
   */
  viterbi?: boolean | undefined;
  /** What label prefixes mean. Default: what they suggest. `IOB1` has to be said. */
  scheme?: LabelScheme | undefined;
  /** Records that score less are left out. Default 0. */
  min_score?: number | undefined;
  /** Each record lists this many of the best labels as `labels`. Default 0. */
  top_k?: number | undefined;
  /** Ends the call: it rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
}

/**
 * What runs the network: the engine in this package, on safetensors; or ONNX Runtime Web, on ONNX files
 * and on any weights where a GPU computes.
 */
export type BackendName = "xnnpack" | "onnxruntime";

/** Where the network runs: in WebAssembly on the processor, or on the GPU. */
export type DeviceName = "wasm" | "webgpu";

/**
 * How weights are stored and products computed: `fp32` in floats, `q8` in int8, `q4` in int8 from
 * weights stored in 4 bits.
 */
export type Dtype = "fp32" | "q8" | "q4";

/**
 * A model: its hub id, its URL, the path or `file:` URL of its folder (Node), or its files: those of an
 * input, a folder that was chosen or dropped, or Blobs by their paths within the model. (Not those of
 * Node's `openAsBlob`, which Node 20 cannot read in another thread: a folder there is named by its path.)
 */
export type ModelInput = string | URL | readonly File[] | Readonly<Record<string, Blob>>;

/** What keeps the files of remote models: a `Cache` is one. Keys are URLs that nothing is fetched from. */
export interface ModelCache {
  /** What was kept under this key; undefined for nothing. */
  match(key: string): Promise<Response | undefined>;
  /** Keeps a file's bytes under this key. */
  put(key: string, response: Response): Promise<void>;
}

/**
 * Where the package's own files are, for web pages whose bundler does not copy them, and for bundles that
 * run in Node: there the first two and `model_url` count, and may be paths, too.
 */
export interface AssetOptions {
  /** The folder with `core-*.wasm` and `core-*.mjs`, `dist/wasm` of this package. */
  wasm_url?: string | URL | undefined;
  /**
   * `dist/web/worker.js` of this package, on the page's own origin. In Node, a bundle of the package's
   * `xlmr-ner/worker`.
   */
  worker_url?: string | URL | undefined;
  /**
   * `dist/web/webgpu.js` of this package, which is loaded where `device` is not `wasm` and for ONNX
   * files. Default: beside the worker.
   */
  webgpu_url?: string | URL | undefined;
  /** The folder with the files of the embedded model, `models/default` of this package. */
  model_url?: string | URL | undefined;
  /**
   * A module of `onnxruntime-web`, with its others beside it: for ONNX files its `dist/ort.wasm.min.mjs`,
   * where the device may be `webgpu` its `dist/ort.webgpu.min.mjs`.
   */
  onnxruntime_url?: string | URL | undefined;
  /** What keeps downloaded models. Default: the browser's cache named `xlmr-ner`, where there is one. */
  cache?: ModelCache | undefined;
}

/** Where a model comes from that is named by its hub id or URL. */
export interface RemoteOptions {
  /** The hub's address. Default: `HF_ENDPOINT` in Node, or `https://huggingface.co`. */
  endpoint?: string | undefined;
  /** A branch, tag or commit of the hub's repository. Default `main`. */
  revision?: string | undefined;
  /**
   * An access token of an account at the hub, for gated and private models. Default in Node: the token
   * that the Hugging Face tools use.
   */
  token?: string | undefined;
  /**
   * Headers for the host that has the model: that of its URL, or the hub's. No host that it redirects to
   * gets them. In a browser a host that redirects is refused if there are any but `Authorization`.
   */
  headers?: Readonly<Record<string, string>> | Headers | undefined;
  /** Node: where downloaded files are kept. Default: the cache that the Hugging Face tools share. */
  cache_dir?: string | undefined;
  /**
   * Use what is in the cache, and no network. In a page, the files of its own server or extension are no
   * network. Default false.
   */
  local_files_only?: boolean | undefined;
}

/** What `pipeline()` may be told. */
export interface PipelineOptions extends RemoteOptions, AssetOptions {
  /**
   * Where the network runs. Default `wasm`. `webgpu` needs onnxruntime-web, computes in half precision where the GPU can, and
   * becomes `wasm` where there is no GPU or it is lost: `info()` says which it is and why. `auto`
   * loads both the first time, times them, and remembers which was the faster one on this machine.
   */
  device?: DeviceName | "auto" | undefined;
  /** What runs the network. Default `auto`: by the weights that the model has, safetensors before ONNX. */
  backend?: BackendName | "auto" | undefined;
  /**
   * Which weights are taken. Default `auto`: the smallest weights that the model has, and where these are float32, they are
   * quantised to q8 as they load.
   */
  dtype?: Dtype | "auto" | undefined;
  /** Whether q8 weights that were made of large float32 ones are kept for the next time. Default true. */
  cache_quantized?: boolean | undefined;
  /**
   * Whether to run the sentences that a converted model carries, and to report in `info()` how many
   * labels are those of its float32 weights. Default false.
   */
  verify?: boolean | undefined;
  /**
   * Threads for computations that are worth sharing: no more than there are processors for this program,
   * which its quota counts for in Node, and fewer while other programs want these, too. Default `auto`: as
   * many as there are processors, at most 4.
   */
  threads?: number | "auto" | undefined;
  /** Ends loading: `pipeline()` then rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
  /** Is told how far loading is. */
  progress_callback?: ((progress: Progress) => void) | undefined;
}

/** How far loading is. `loaded` and `total` are bytes of `file`. */
export interface Progress {
  /**
   * What is being done. `download`: bytes of a file come over the network. `read`: a file is read.
   * `quantize`: float32 weights are read, to be kept as q8. `compile`: a file is made ready to run.
   * `ready`: the pipeline works.
   */
  phase: "download" | "read" | "quantize" | "compile" | "ready";
  /** The file, by its name within the model; empty for `ready`. */
  file: string;
  /** Bytes of the file that are done. */
  loaded: number;
  /** Bytes of the whole file. */
  total: number;
  /** While files are downloaded: all of them together. */
  overall?: DownloadTotals;
}

/** How far the downloads of one model are, all of its files together. */
export interface DownloadTotals {
  /** Bytes that are there, those of an earlier try included. */
  loaded: number;
  /** Bytes of all the files that are needed. */
  total: number;
  /** The rate over the last seconds. */
  bytes_per_second: number;
}

/** What a loaded pipeline is made of. */
export interface PipelineInfo {
  /**
   * The model's folder, hub id or URL. In a browser the embedded one is `models/default`, or the address that
   * `model_url` names.
   */
  model: string;
  /** The commit of a model from the hub. */
  revision: string | undefined;
  /** The weights file: the name of the file that the weights come from, within the model. */
  weights: string;
  /** Why it is that file: which ones come first for the device and dtype that were asked for. */
  weights_reason: string;
  /** Where the network runs. It changes when a GPU is lost. */
  device: DeviceName;
  /** Why there. */
  device_reason: string;
  /** What runs the network. */
  backend: BackendName;
  /** What products are computed in; for ONNX files they say themselves. */
  dtype: "fp32" | "fp16" | "q8" | "onnx";
  /**
   * Of an ONNX file: which part of the parameters that it multiplies by is stored in 8 bits or fewer, from
   * 0 to 1. Quantisers leave weights in float32 without naming them. Otherwise undefined: see `dtype`.
   */
  quantized: number | undefined;
  /** The inner loop of int8 products, as XNNPACK names its own; none where ONNX Runtime computes. */
  kernel: string | undefined;
  /** Which of the two WebAssembly binaries runs. */
  core: CoreVariant;
  /** Threads in all; one where the others did not start. */
  threads: number;
  /** Label of each class id. */
  labels: string[];
  /** The longest window in tokens, `<s>` and `</s>` included. */
  max_tokens: number;
  /** What `verify` found. */
  verification: Verification | undefined;
  /** What to know of a model that is not quite as it should be: tensors that are not used. Most have none. */
  remarks: readonly string[];
}

/** How the sentences that a converted model carries fare on this machine. */
export interface Verification {
  /** How many sentences the model carries. */
  sentences: number;
  /** How many tokens these sentences have, `<s>` and `</s>` included. */
  tokens: number;
  /** Tokens with the label that the model's float32 weights gave them. */
  same: number;
  /** `same` of `tokens`, from 0 to 1. */
  agreement: number;
}

/** The WebAssembly binaries: `relaxed` uses relaxed SIMD, `simd` does without. */
export type CoreVariant = "simd" | "relaxed";

/** What `Tokenizer.load()` may be told. */
export interface TokenizerOptions extends RemoteOptions, AssetOptions {
  /**
   * Threads that share a list of texts, as in a pipeline. Default `auto`: one a processor, at most 4.
   * With 1, one core at most is busy at a time: the worker's, or the caller's with the results.
   */
  threads?: number | "auto" | undefined;
  /** Ends loading: `Tokenizer.load()` then rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
  /** Is told how far loading is. */
  progress_callback?: ((progress: Progress) => void) | undefined;
}

/**
 * Whose pieces: those of Hugging Face's fast tokenizer, or those of the SentencePiece library, which
 * the slow Python tokenizers and Spark NLP give.
 */
export type TokenizerMode = "hf" | "sentencepiece";

/** What one call of `encode()` may be told. */
export interface EncodeOptions {
  /** Whose pieces are wanted. Default `hf`. `sentencepiece` loads the library's copy of the vocabulary when first asked for. */
  mode?: TokenizerMode | undefined;
  /**
   * What that version of transformers makes of the model's files. Default: the pieces that the
   * model's own file says, lower-cased first where its configuration says so. For mode `hf` only.
   */
  compat?: Compat | undefined;
  /** The unit of `offsets`. Default `utf16`, and `codepoint` under `compat`. */
  offsets?: OffsetUnit | undefined;
  /** Ends the call: it rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
}

/** A text in tokens, `<s>` and `</s>` included; the five lists are equally long. */
export interface EncodingLists {
  /** Row of each token in the vocabulary. */
  ids: number[];
  /** The pieces and special tokens as text, `▁Emma`. */
  tokens: string[];
  /** Half-open range of the text that a token covers; `[0, 0]` for special tokens. */
  offsets: OffsetPair[];
  /** The word a token belongs to, counted from 0; null for `<s>` and `</s>`. */
  word_ids: (number | null)[];
  /** 1 for `<s>` and `</s>`, 0 for what the text itself has. */
  special_tokens_mask: readonly (0 | 1)[];
}

/**
 * What `encode` gives: each list is made when it is first read. Its properties are getters, so copy,
 * compare and send the plain object that `toJSON()` makes of them.
 */
export interface Encoding extends Readonly<EncodingLists> {
  /** All five lists in a plain object. */
  toJSON(): EncodingLists;
}
