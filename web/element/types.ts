// SPDX-License-Identifier: Apache-2.0

import type {
  AggregationStrategy,
  Entity,
  ModelInput,
  PipelineInfo,
  PipelineOptions,
  Progress,
} from "../../wasm/js/base/types.js";
import type { TokenClassifier } from "../../wasm/js/client/classifier.js";
import type { Example } from "./examples.js";

/** A hub id or URL, or the files of a model's folder; the embedded model where it is undefined. */
export type WidgetModel = ModelInput | undefined;

/** What loads a model: `pipeline` of this package, or another with its shape. */
export type LoadPipeline = (
  task: "token-classification",
  model: WidgetModel,
  options: PipelineOptions,
) => Promise<TokenClassifier>;

/** What the last computation found. Offsets are UTF-16 units of `text`. */
export interface WidgetResult {
  /** The text that was tagged. */
  readonly text: string;
  /** The records, in the order of the text. */
  readonly entities: readonly Entity[];
  /** The time from the call to its answer, loading left out. */
  readonly milliseconds: number;
  /** False where the computation was cancelled: `entities` are those of the text's first part. */
  readonly complete: boolean;
}

/** How far tagging is, in UTF-16 units of the text. */
export interface TagProgress {
  /** Tells it from the phases of loading. */
  readonly phase: "tag";
  /** Units that are tagged. */
  readonly loaded: number;
  /** Units of the whole text. */
  readonly total: number;
}

/** `detail` of the element's events. All bubble, and leave shadow trees. */
export interface WidgetEvents {
  /** How far loading or tagging is. */
  "ner-progress": CustomEvent<Progress | TagProgress>;
  /** What a computation found. */
  "ner-result": CustomEvent<WidgetResult>;
  /** What went wrong while loading or computing. */
  "ner-error": CustomEvent<{
    /** A NerError, or whatever the page's own `pipeline` threw. */
    readonly error: Error;
  }>;
}

/**
 * The custom element `<ner-widget>`.
 *
 * Attributes: `model`, `text`, `aggregation`, `threshold`, `card`, `live`, `autoload`, `url-text`; and
 * `theme`, `light` or `dark`, where it should not follow the page's `color-scheme`. Each but the last is
 * a property, too.
 *
 * @attr {"light" | "dark"} theme - The colour scheme. Default: the one that the page's `color-scheme` names.
 * @slot heading - The heading. Default: "Token Classification".
 * @slot legend - The labels that were found, as buttons.
 * @slot error - What went wrong.
 * @csspart text - The text with its entities marked.
 * @csspart entity - An entity in the text.
 * @csspart low - An entity in the text with a low score.
 * @csspart label - The label of an entity.
 * @csspart legend - The row of labels that were found.
 * @csspart status - The line that says what runs, or what was done.
 * @csspart remark - What there is to say of a text whose script the model does not know.
 * @cssprop --ner-color-PER - The background of persons; `--ner-color-LOC` and so on for every other type.
 * @cssprop --ner-font - The font family. Default: `system-ui, sans-serif`.
 * @cssState loading - A model is being loaded.
 * @cssState computing - A text is being tagged.
 * @cssState outdated - The result is not of the text, the model and the settings that the element has now.
 * @cssState maximized - The element covers the page.
 */
export interface NerWidgetElement extends HTMLElement {
  /**
   * The model to use. It is loaded with the next computation, or at once with `autoload`. Where it does not
   * load, the one before is the model again.
   */
  model: WidgetModel;
  /** What is in the text area. */
  text: string;
  /** What gets a record. Default `simple`. */
  aggregation: AggregationStrategy;
  /** Entities that score less are not shown, from 0 to 1; masked text masks them as well. Default 0. */
  threshold: number;
  /** Labels that are not shown; masked text masks them as well. */
  hiddenLabels: readonly string[];
  /**
   * URL of a model card: its `widget:` list is the examples menu, its `language` says which languages the model
   * knows. Default: that of a model by hub id or URL.
   */
  card: string | undefined;
  /** The examples menu, instead of the card's. */
  examples: readonly Example[] | undefined;
  /** Whether to compute while the user types. */
  live: boolean;
  /** Whether the model is loaded at once, rather than with the first computation. */
  autoload: boolean;
  /** Whether the text is that of the page's address, `?text=`, and the address follows the text that was tagged. */
  urlText: boolean;
  /** Options that are passed on to `pipeline`. */
  pipelineOptions: PipelineOptions;
  /** What loads a model. Default: `pipeline` of this package. */
  pipeline: LoadPipeline;
  /** What the last computation found; undefined where it failed. */
  readonly result: WidgetResult | undefined;
  /** What the loaded model is and where it runs; undefined before it is loaded. */
  readonly info: PipelineInfo | undefined;
  /** Resolves once the element shows what its properties say. */
  readonly updateComplete: Promise<boolean>;

  /**
   * Loads the model, if it is not loaded. Elements that want the same model with the same options share one,
   * with its worker. Rejects with an `AbortError` where another model is asked for meanwhile.
   */
  load(options?: { signal?: AbortSignal }): Promise<TokenClassifier>;
  /**
   * Tags the text and shows the entities. Ends a computation that still runs. Resolves to undefined
   * where it failed or was replaced by another: `ner-error` says why, and so does the element.
   */
  compute(options?: { signal?: AbortSignal }): Promise<WidgetResult | undefined>;
  /** Ends the computation; what it found so far stays. */
  cancel(): void;
}
