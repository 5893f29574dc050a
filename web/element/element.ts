// SPDX-License-Identifier: Apache-2.0

import { NerWidget } from "./ner-widget.js";

/**
 * Registers `<ner-widget>`, unless the page has an element of that name already. `ner-widget.js` has
 * the class without registration.
 */
if (customElements.get("ner-widget") === undefined) customElements.define("ner-widget", NerWidget);

export { NerWidget };
