// SPDX-License-Identifier: Apache-2.0
// React Router as a framework, which Remix has become: the widget, which the server renders, and pipeline()
// in a page and in a loader of the server.

import { findStatement, right, sentence } from "./sarah.mjs";

const files = {
  "vite.config.js": `import { reactRouter } from "@react-router/dev/vite";
export default { plugins: [reactRouter()] };`,
  "app/root.jsx": `import { Outlet, Scripts } from "react-router";
export default function Root() {
  return <html lang="en"><body><Outlet /><Scripts /></body></html>;
}`,
  "app/routes.js": `import { index, route } from "@react-router/dev/routes";
export default [
  index("widget.jsx"),
  route("client", "client.jsx"),
  route("server", "server.jsx"),
];`,
  "app/widget.jsx": `import "xlmr-ner/react";
export default function Page() {
  return <ner-widget text="${sentence}" hiddenLabels={["ORG"]}></ner-widget>;
}`,
  "app/client.jsx": `import { useEffect, useState } from "react";
import { pipeline } from "xlmr-ner";
export default function Page() {
  const [shown, show] = useState("");
  useEffect(() => {
    (async () => {${findStatement}
      show(found);
    })();
  }, []);
  return <p>{shown}</p>;
}`,
  "app/server.jsx": `import { pipeline } from "xlmr-ner";
export async function loader() {${findStatement}
  return found;
}
export default function Page({ loaderData }) {
  return <p>{loaderData}</p>;
}`,
};

export const projects = {
  "react-router": {
    node: 24,
    // The server and the development tools are released for one version of the library each.
    install: [
      ...["react-router", "@react-router/dev", "@react-router/node", "@react-router/serve"].map(
        (name) => `${name}@8.4.0`,
      ),
      ...["react@19", "react-dom@19", "isbot@5", "vite@8"],
    ],
    files,
    build: ["react-router", "build"],
    start: ["react-router-serve", "build/server/index.js"],
    looks: [
      { path: "/", serves: /<ner-widget text="My name is Sarah/, marks: ["Sarah", "London"] },
      { path: "/client", says: right },
      { path: "/server", says: right },
    ],
  },
};
