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
import { CodePanel } from "./code_panel.js";
import type { Example } from "./examples.js";
import { ExamplesMenu } from "./examples_menu.js";
import { FileInput } from "./file_input.js";
import { fillArea } from "./fill_area.js";
import { remarkOn } from "./languages.js";
import { Maximizer } from "./maximize.js";
import { ModelCard } from "./model_card.js";
import { Output } from "./output.js";
import { toBar } from "./progress_text.js";
import { ResultArea } from "./result_area.js";
import { reading } from "./property_values.js";
import type { DescriptorArguments } from "./property_values.js";
import { resultStyles } from "./result_styles.js";
import { Session } from "./session.js";
import type { Subject } from "./session.js";
import { progressBar, runButtons, settings } from "./settings_view.js";
import { styles } from "./styles.js";
import type { LoadPipeline, NerWidgetElement, WidgetModel, WidgetResult } from "./types.js";
import { readUrlText, writeUrlText } from "./url_text.js";
import { isSame } from "./wanted.js";
import type { Wanted } from "./wanted.js";

/** Milliseconds without typing after which a `live` element computes. */
const pause = 150;

/** See NerWidgetElement for what it offers. Not registered: element.ts does that. */
export class NerWidget extends LitElement implements NerWidgetElement {
  static override styles = [styles, resultStyles];
  static override properties = {
    model: { type: String },
    text: { type: String },
    aggregation: { type: String },
    threshold: { type: Number },
    card: { type: String },
    live: { type: Boolean },
    autoload: { type: Boolean },
    urlText: { type: Boolean, attribute: "url-text" },
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
  declare urlText: boolean;
  declare hiddenLabels: readonly string[];
  declare examples: readonly Example[] | undefined;
  declare pipelineOptions: PipelineOptions;
  declare pipeline: LoadPipeline;

  // The DOM that programs are tested in, such as jsdom and happy-dom, lacks one or the other.
  readonly #states = (this as Partial<Pick<HTMLElement, "attachInternals">>).attachInternals?.()
    .states;
  readonly #changed = (): void => {
    this.requestUpdate();
  };
  readonly #output = new Output();
  readonly #session = new Session(
    {
      changed: this.#changed,
      failed: (wanted, held) => {
        if (held !== undefined && isSame(this.#wanted, wanted)) this.#goBackTo(held);
      },
      fire: (name, detail) => {
        this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
      },
    },
    this.#output,
  );
  readonly #result = new ResultArea(
    {
      subject: () => this.#subject,
      hide: (labels) => {
        this.hiddenLabels = labels;
      },
      changed: this.#changed,
    },
    this.#session,
    this.#output,
  );
  readonly #maximizer = new Maximizer(
    () => this.renderRoot.querySelector<HTMLElement>(".frame"),
    this.#changed,
  );
  readonly #card = new ModelCard(this.#changed);
  readonly #menu = new ExamplesMenu(this, {
    list: () => this.#shownExamples,
    opens: () => {
      this.#readCard();
      void this.#card.openExamples();
    },
    choose: (text) => {
      this.#choose(text);
    },
  });
  readonly #code = new CodePanel(this, (text) => {
    this.#session.say(text);
  });
  readonly #files = new FileInput(this, {
    text: (text) => {
      this.#choose(text);
    },
    model: (files) => void this.#useFiles(files),
    failed: (error) => {
      this.#session.fail(error);
    },
  });
  #typed: ReturnType<typeof setTimeout> | undefined;
  #areSettingsOpen = false;

  constructor() {
    super();
    // The manifest has these as defaults; null and undefined become the same (property_values.ts).
    this.text = "";
    this.aggregation = "simple";
    this.threshold = 0;
    this.live = false;
    this.autoload = false;
    this.urlText = false;
    this.hiddenLabels = [];
    this.pipelineOptions = {};
    this.pipeline = pipeline;
  }

  static override getPropertyDescriptor(...which: DescriptorArguments): PropertyDescriptor {
    return reading(String(which[0]), super.getPropertyDescriptor(...which));
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

  async compute({ signal }: { signal?: AbortSignal } = {}): Promise<WidgetResult | undefined> {
    clearTimeout(this.#typed);
    this.#readCard();
    const result = await this.#session.compute(this.#subject, signal);
    // A text that could not be tagged, as the model did not load, stays where a reload finds it.
    const isKnown = result !== undefined || this.text.trim() === "";
    if (this.urlText && isKnown) writeUrlText(result?.text ?? "");
    return result;
  }

  cancel(): void {
    clearTimeout(this.#typed);
    this.#session.cancel();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Whoever moves the element does not mean to lose what was typed since.
    const asked = this.urlText && !this.hasUpdated ? readUrlText() : null;
    if (asked !== null) this.text = asked;
    if (!this.autoload) return;
    if (asked === null) void this.#loadAlone();
    else void this.compute();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.cancel();
    this.#maximizer.end();
    // Moving an element disconnects it as well; the model stays where it comes back at once.
    setTimeout(() => {
      if (!this.isConnected) this.#session.dispose();
    });
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("threshold") || changed.has("hiddenLabels")) {
      this.#output.filter = { threshold: this.threshold, hidden: new Set(this.hiddenLabels) };
      this.#output.redraw();
      this.#session.describe();
    }
  }

  /** A button that is gone, as Cancel is in the end, leaves the focus to Compute. */
  override update(changed: PropertyValues<this>): void {
    const focused = this.shadowRoot?.activeElement;
    super.update(changed);
    if (focused instanceof HTMLElement && (focused.hidden || !focused.isConnected)) {
      this.renderRoot.querySelector<HTMLElement>(".primary")?.focus();
    }
  }

  override updated(changed: PropertyValues<this>): void {
    // Volatile state is a custom state, `ner-widget:state(loading)`, and no attribute.
    for (const [name, isOn] of [
      ["loading", this.#session.isLoading],
      ["computing", this.#session.isComputing],
      ["outdated", this.#session.outdated(this.#subject) !== undefined],
      ["maximized", this.#maximizer.isOn],
    ] as const) {
      if (isOn) this.#states?.add(name);
      else this.#states?.delete(name);
    }
    const area = this.#area;
    if (changed.has("text") && area !== null) fillArea(area, () => this.text);
  }

  override render(): TemplateResult {
    const { isComputing, progress, error, scripts } = this.#session;
    const remark = remarkOn(scripts, this.#card.languages);
    return html`
      <div
        class="frame"
        @keydown=${this.#onKey}
        @dragover=${this.#files.onDrag}
        @dragleave=${this.#files.onDrag}
        @drop=${this.#files.onDrop}
      >
        ${this.#head()} ${this.#areSettingsOpen ? this.#settings() : nothing}
        <textarea
          dir="auto"
          rows="3"
          aria-label="Text"
          placeholder="Your sentence here..."
          spellcheck="false"
          @input=${this.#onInput}
        ></textarea>
        ${this.#files.question()}
        <div class="row">
          ${runButtons(isComputing, {
            compute: () => void this.compute(),
            cancel: () => {
              this.cancel();
            },
          })}
        </div>
        ${progress === undefined ? nothing : progressBar(toBar(progress))}
        <div class="status" role="status" part="status">${this.#session.status(this.#subject)}</div>
        <slot name="error" role="alert" class=${error === undefined ? "" : "error"}
          >${error?.message ?? nothing}</slot
        >
        ${remark === undefined ? nothing : html`<p class="remark" part="remark">${remark}</p>`}
        ${this.#result.render()}
        ${this.#result.footer(html`${this.#code.button()} ${this.#maximizer.button()}`)}
        ${this.#code.render(() => ({
          model: this.model,
          text: this.text,
          aggregation: this.aggregation,
          threshold: this.threshold,
          hiddenLabels: this.hiddenLabels,
          options: this.pipelineOptions,
        }))}
      </div>
    `;
  }

  get #area(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector("textarea");
  }

  get #shownExamples(): readonly Example[] | undefined {
    if (this.examples !== undefined) return this.examples;
    const language = this.closest("[lang]")?.getAttribute("lang") ?? navigator.language;
    return this.#card.examples(language);
  }

  get #wanted(): Wanted {
    const { pipeline: load, model, pipelineOptions: options } = this;
    return { pipeline: load, model: model === "" ? undefined : model, options };
  }

  get #subject(): Subject {
    return { wanted: this.#wanted, text: this.text, aggregation: this.aggregation };
  }

  #head(): TemplateResult {
    return html`
      <div class="head row between">
        <span class="title"><slot name="heading">Token Classification</slot></span>
        <div class="row">
          <button
            aria-expanded=${this.#areSettingsOpen}
            aria-controls="settings"
            @click=${() => {
              this.#areSettingsOpen = !this.#areSettingsOpen;
              this.requestUpdate();
            }}
          >
            Settings
          </button>
          ${this.#menu.button()}
        </div>
        ${this.#menu.panel()}
      </div>
    `;
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
        files: (files) => {
          this.#files.take(files);
        },
      },
    );
  }

  /** The model that did not load is not the one to compute with. */
  #goBackTo({ pipeline: load, model, options }: Wanted): void {
    this.pipeline = load;
    this.model = model;
    this.pipelineOptions = options;
    this.#readCard();
  }

  async #loadAlone(): Promise<void> {
    try {
      await this.load();
    } catch (error) {
      this.#session.fail(error);
    }
  }

  #readCard(): void {
    const { card } = this;
    void this.#card.read(this.#wanted.model, { card, isEmbedded: this.pipeline === pipeline });
  }

  #choose(text: string): void {
    this.text = text;
    this.#area?.focus();
    void this.compute();
  }

  /** The page's card is that of the page's model. */
  async #useFiles(files: WidgetModel): Promise<void> {
    const { model, card } = this;
    Object.assign(this, { model: files, card: undefined });
    if (this.text.trim() === "") await this.#loadAlone();
    else await this.compute();
    if (this.model === model) this.card ??= card;
  }

  #onInput(event: Event): void {
    this.text = (event.target as HTMLTextAreaElement).value;
    clearTimeout(this.#typed);
    if (!this.live) return;
    if (this.text.trim() !== "") this.#typed = setTimeout(() => void this.compute(), pause);
    else {
      this.cancel();
      this.#session.clear();
      if (this.urlText) writeUrlText("");
    }
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void this.compute();
    } else if (event.key === "Escape" && this.#menu.close()) {
      this.#menu.focusButton();
    } else if (event.key === "Escape") {
      this.#maximizer.end();
    }
  }
}
