// The element in JSX of React 19.
import { createRef } from "react";
import "xlmr-ner/react";
import type { NerWidgetElement } from "xlmr-ner/react";

const widget = createRef<NerWidgetElement>();
const hidden: readonly string[] = ["ORG"];

export const page = (
  <ner-widget
    ref={widget}
    id="widget"
    className="wide"
    style={{ maxWidth: "40rem" }}
    aria-label="Entities"
    text="Emma lives in London."
    model="some/model"
    aggregation="max"
    theme="dark"
    threshold={0.5}
    live
    hiddenLabels={hidden}
    pipelineOptions={{ dtype: "q8" }}
    onClick={() => widget.current?.cancel()}
    onner-result={({ detail }) => console.log(detail.entities.length)}
    onner-error={({ detail }) => console.log(detail.error.message)}
  >
    <h2 slot="heading">Names</h2>
  </ner-widget>
);

export const refused = [
  // @ts-expect-error -- a misspelt strategy
  <ner-widget aggregation="simpel" />,
  // @ts-expect-error -- no scheme of this name
  <ner-widget theme="blue" />,
  // @ts-expect-error -- no such property
  <ner-widget modle="some/model" />,
  // @ts-expect-error -- what was found cannot be set
  <ner-widget result={undefined} />,
  // @ts-expect-error -- an event has no such detail
  <ner-widget onner-result={({ detail }) => console.log(detail.nothing)} />,
];
