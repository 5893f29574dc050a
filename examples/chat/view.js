// SPDX-License-Identifier: Apache-2.0
// What the page shows. All of it is text: no markup is made of what a person or a model wrote, so that an answer
// cannot put a value into the address of a picture.

function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className !== "") made.className = className;
  made.append(...children);
  return made;
}

/** A masked text, its placeholders marked. */
export function showMasked(parent, { text, replacements }) {
  const nodes = [];
  let end = 0;
  for (const { masked_start, masked_end } of replacements) {
    nodes.push(text.slice(end, masked_start));
    nodes.push(element("mark", "", text.slice(masked_start, masked_end)));
    end = masked_end;
  }
  parent.replaceChildren(...nodes, text.slice(end));
}

/** The table. `change(action, row)` is called by its buttons. */
export function showRows(parent, rows, change) {
  parent.replaceChildren(...rows.map((row) => rowOf(row, change)));
}

function rowOf(row, change) {
  const { placeholder, value, label, isKept, isSent } = row;
  const button = (name, action) => {
    const made = element("button", "", name);
    made.type = "button";
    made.setAttribute("aria-label", `${name} ${value}`);
    made.addEventListener("click", () => change(action, row));
    return made;
  };
  const buttons = [isKept ? button("Mask", "mask") : button("Keep", "keep")];
  if (isSent) buttons.push(button("Forget", "forget"));
  const cells = [
    isKept
      ? element("em", "", placeholder === "" ? "sent as it is" : `${placeholder}, kept`)
      : placeholder,
    value,
    label,
    element("span", "buttons", ...buttons),
  ];
  return element("tr", "", ...cells.map((cell) => element("td", "", cell)));
}

/** A message of the conversation: a text, and below it what the server sees of it. */
export function addMessage(parent, author, { text = "", masked = "", title }) {
  const body = element("p", "", text);
  const seen = element("p", "", masked);
  const details = element("details", "", element("summary", "", title), seen);
  details.addEventListener("toggle", () => details.scrollIntoView({ block: "nearest" }));
  const message = element(
    "article",
    author.toLowerCase(),
    element("h3", "", author),
    body,
    details,
  );
  message.setAttribute("aria-busy", String(text === ""));
  parent.append(message);
  const showEnd = () => {
    parent.scrollTop = parent.scrollHeight;
  };
  showEnd();
  return {
    add: (part) => {
      body.append(part);
      showEnd();
    },
    addMasked: (part) => seen.append(part),
    fail: (problem) => body.append(element("em", "", problem)),
    /** Gives what came, masked. */
    end: () => {
      message.setAttribute("aria-busy", "false");
      return seen.textContent;
    },
  };
}
