// SPDX-License-Identifier: Apache-2.0

import { LitElement, html, nothing } from "lit";
import type { PropertyValues, TemplateResult } from "lit";

import type {
  AggregationStrategy,
  PipelineInfo,
  PipelineOptions,
} from "../../wasm/js/base/types.js";
import type { TokenClassifier } from "../../wasm/js/client/classifier.js";
import { pipeline } from "../index.js";
import { CardExamples } from "./card_examples.js";
import { copyOutput } from "./clipboard.js";
import type { CopyKind } from "./clipboard.js";
import { asDropped, readDrop } from "./dropped.js";
import type { Dropped } from "./dropped.js";
import { defaultExamples } from "./examples.js";
import type { Example } from "./examples.js";
import { fillArea } from "./fill_area.js";
import type { Wanted } from "./loader.js";
import { maximize } from "./maximize.js";
import { Output } from "./output.js";
import { toBar } from "./progress_text.js";
import { Session } from "./session.js";
import { styles } from "./styles.js";
import type { LoadPipeline, NerWidgetElement, WidgetModel, WidgetResult } from "./types.js";
import {
  examplesMenu,
  footer,
  legend,
  panels,
  progressBar,
  runButtons,
  settings,
  strategies,
} from "./view.js";
import type { Panel } from "./view.js";

/** Milliseconds without typing after which a `live` element computes. */
const pause = 150;

/** See NerWidgetElement for what it offers. Not registered: element.ts does that. */
export class NerWidget extends LitElement implements NerWidgetElement {
  static override styles = styles;
  static override properties = {
    model: { type: String },
    text: { type: String },
    aggregation: { type: String },
    threshold: { type: Number },
    card: { type: String },
    live: { type: Boolean },
    autoload: { type: Boolean },
    hiddenLabels: { attribute: false },
    examples: { attribute: false },
    pipelineOptions: { attribute: false },
    pipeline: { attribute: false },
  };

  declare model: WidgetModel;
  declare text: string;
  declare aggregation: AggregationStrategy;
  declare threshold: number;
  declare card: string | undefined;
  declare live: boolean;
  declare autoload: boolean;
  declare hiddenLabels: readonly string[];
  declare examples: readonly Example[] | undefined;
  declare pipelineOptions: PipelineOptions;
  declare pipeline: LoadPipeline;

  readonly #internals = this.attachInternals();
  readonly #output = new Output();
  readonly #session = new Session(
    {
      changed: () => {
        this.requestUpdate();
      },
      fire: (name, detail) => {
        this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
      },
    },
    this.#output,
  );
  #typed: ReturnType<typeof setTimeout> | undefined;
  #panel: Panel | undefined;
  #isOpen = { examples: false, settings: false };
  readonly #card = new CardExamples();
  #minimize: (() => void) | undefined;

  constructor() {
    super();
    this.text = "";
    this.aggregation = "simple";
    this.threshold = 0;
    this.live = false;
    this.autoload = false;
    this.hiddenLabels = [];
    this.pipelineOptions = {};
    this.pipeline = pipeline;
  }

  get result(): WidgetResult | undefined {
    return this.#session.result;
  }

  get info(): PipelineInfo | undefined {
    return this.#session.info;
  }

  load({ signal }: { signal?: AbortSignal } = {}): Promise<TokenClassifier> {
    this.#readCard();
    return this.#session.load(this.#wanted, signal);
  }

  compute({ signal }: { signal?: AbortSignal } = {}): Promise<WidgetResult | undefined> {
    clearTimeout(this.#typed);
    this.#readCard();
    const { text, aggregation } = this;
    return this.#session.compute({ wanted: this.#wanted, text, aggregation, signal });
  }

  cancel(): void {
    clearTimeout(this.#typed);
    this.#session.cancel();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("pointerdown", this.#onPointer);
    if (this.autoload) this.#loadAlone();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("pointerdown", this.#onPointer);
    this.cancel();
    this.#minimize?.();
    this.#minimize = undefined;
    // Moving an element disconnects it as well; the model stays where it comes back at once.
    setTimeout(() => {
      if (!this.isConnected) this.#session.dispose();
    });
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!strategies.includes(this.aggregation)) this.aggregation = "simple";
    if (changed.has("threshold") || changed.has("hiddenLabels")) {
      const threshold = Number.isFinite(this.threshold) ? this.threshold : 0;
      this.#output.filter = { threshold, hidden: new Set(this.hiddenLabels) };
      this.#output.redraw();
      this.#session.describe();
    }
  }

  override updated(changed: PropertyValues<this>): void {
    // Volatile state is a custom state, `ner-widget:state(loading)`, and no attribute.
    for (const [name, isOn] of [
      ["loading", this.#session.isLoading],
      ["computing", this.#session.isComputing],
      ["maximized", this.#minimize !== undefined],
    ] as const) {
      if (isOn) this.#internals.states.add(name);
      else this.#internals.states.delete(name);
    }
    const area = this.#area;
    if (changed.has("text") && area !== null) fillArea(area, () => this.text);
  }

  override render(): TemplateResult {
    const output = this.#output;
    const { isComputing, progress, status, error } = this.#session;
    return html`
      <div
        class="frame"
        @keydown=${this.#onKey}
        @dragover=${this.#onDrag}
        @dragleave=${this.#onDrag}
        @drop=${this.#onDrop}
      >
        <div class="row between">
          <span class="title"><slot name="heading">Token Classification</slot></span>
          <div class="row">
            <button
              aria-expanded=${this.#isOpen.settings}
              aria-controls="settings"
              @click=${() => {
                this.#toggle("settings");
              }}
            >
              Settings
            </button>
            ${examplesMenu(this.#shownExamples, this.#isOpen.examples, {
              toggle: () => {
                this.#toggle("examples");
              },
              choose: (example) => {
                this.#choose(example.text);
              },
            })}
          </div>
        </div>
        ${this.#isOpen.settings ? this.#settings() : nothing}
        <textarea
          dir="auto"
          rows="3"
          aria-label="Text"
          placeholder="Your sentence here..."
          spellcheck="false"
          @input=${this.#onInput}
        ></textarea>
        <div class="row">
          ${runButtons(isComputing, {
            compute: () => void this.compute(),
            cancel: () => {
              this.cancel();
            },
          })}
        </div>
        ${progress === undefined ? nothing : progressBar(toBar(progress))}
        <div class="status" role="status" part="status">${status}</div>
        <slot name="error" role="alert" class=${error === undefined ? "" : "error"}
          >${error?.message ?? nothing}</slot
        >
        <section aria-label="Entities in the text" aria-busy=${isComputing}>
          ${output.text.root}
        </section>
        <slot name="legend"
          >${
            output.counts.size === 0
              ? nothing
              : legend(output.counts, output.filter.hidden, (label) => {
                  this.hiddenLabels = [...output.toggled(label)];
                })
          }</slot
        >
        ${panels(this.#panel, output, () => void this.#copy("names"))}
        ${footer(
          {
            panel: this.#panel,
            hasResult: !output.isEmpty,
            isMaximized: this.#minimize !== undefined,
          },
          {
            panel: (panel) => {
              this.#panel = this.#panel === panel ? undefined : panel;
              output.open(this.#panel);
              this.requestUpdate();
            },
            copy: (what) => void this.#copy(what),
            maximize: () => {
              this.#toggleMaximized();
            },
          },
        )}
      </div>
    `;
  }

  get #area(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector("textarea");
  }

  get #shownExamples(): readonly Example[] {
    if (this.examples !== undefined) return this.examples;
    const language = this.closest("[lang]")?.getAttribute("lang") ?? navigator.language;
    const own = this.#card.list;
    const texts = new Set(own.map(({ text }) => text));
    return [...own, ...defaultExamples(language).filter(({ text }) => !texts.has(text))];
  }

  get #wanted(): Wanted {
    const { pipeline: load, model, pipelineOptions: options } = this;
    return { pipeline: load, model: model === "" ? undefined : model, options };
  }

  #settings(): TemplateResult {
    const { aggregation, threshold } = this;
    return settings(
      { aggregation, threshold },
      {
        aggregation: (value) => {
          this.aggregation = value;
          if (this.result !== undefined) void this.compute();
        },
        threshold: (value) => {
          this.threshold = value;
        },
        files: (files) => void this.#take(asDropped(files)),
      },
    );
  }

  #loadAlone(): void {
    this.load().catch((error: unknown) => {
      this.#session.fail(error);
    });
  }

  #readCard(): void {
    void this.#card.read(this.model, this.card, () => {
      this.requestUpdate();
    });
  }

  #toggle(what: "examples" | "settings"): void {
    this.#isOpen[what] = !this.#isOpen[what];
    if (what === "examples") this.#readCard();
    this.requestUpdate();
  }

  #choose(text: string): void {
    this.#isOpen.examples = false;
    this.text = text;
    this.#area?.focus();
    void this.compute();
  }

  #onInput(event: Event): void {
    this.text = (event.target as HTMLTextAreaElement).value;
    clearTimeout(this.#typed);
    if (this.live && this.text.trim() !== "") {
      this.#typed = setTimeout(() => void this.compute(), pause);
    }
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void this.compute();
    } else if (event.key === "Escape" && this.#isOpen.examples) {
      this.#toggle("examples");
      this.renderRoot.querySelector<HTMLElement>("#examples-button")?.focus();
    } else if (event.key === "Escape" && this.#minimize !== undefined) {
      this.#toggleMaximized();
    }
  }

  /** The examples close when something else is pointed at. */
  readonly #onPointer = (event: Event): void => {
    const menu = this.renderRoot.querySelector(".menu");
    if (this.#isOpen.examples && menu !== null && !event.composedPath().includes(menu)) {
      this.#toggle("examples");
    }
  };

  #onDrag(event: DragEvent): void {
    if (event.dataTransfer?.types.includes("Files") !== true) return;
    event.preventDefault();
    const frame = event.currentTarget as HTMLElement;
    frame.classList.toggle("dropping", event.type === "dragover");
  }

  #onDrop(event: DragEvent): void {
    this.#onDrag(event);
    if (event.defaultPrevented && event.dataTransfer !== null) {
      void this.#take(readDrop(event.dataTransfer));
    }
  }

  async #take(dropping: Promise<Dropped>): Promise<void> {
    try {
      const dropped = await dropping;
      if ("text" in dropped) this.#choose(dropped.text);
      else {
        this.model = dropped.model;
        if (this.text.trim() === "") this.#loadAlone();
        else await this.compute();
      }
    } catch (error) {
      this.#session.fail(error);
    }
  }

  async #copy(kind: CopyKind): Promise<void> {
    this.#session.status = await copyOutput(this.#output, kind);
    this.requestUpdate();
  }

  #toggleMaximized(): void {
    const frame = this.renderRoot.querySelector<HTMLElement>(".frame");
    if (this.#minimize !== undefined) {
      this.#minimize();
      this.#minimize = undefined;
    } else if (frame !== null) {
      this.#minimize = maximize(frame, "Token Classification");
    }
    this.requestUpdate();
  }
}
