// The element in a page, with nothing but the DOM.
import "xlmr-ner/element";
import { NerWidget } from "xlmr-ner/element/class";
import type { NerWidgetElement, WidgetResult } from "xlmr-ner/element/class";

const widget: NerWidgetElement = document.createElement("ner-widget");
widget.text = "Emma";
widget.hiddenLabels = ["ORG"];
// @ts-expect-error -- what was found is read only
widget.result = undefined;
widget.addEventListener("ner-result", ({ detail }) => {
  const result: WidgetResult = detail;
  console.log(result.entities);
});
widget.addEventListener("ner-error", ({ detail }) => console.log(detail.error.message));
document.body.append(widget, new NerWidget());
