// SPDX-License-Identifier: Apache-2.0
// Next.js without settings: the widget and pipeline() in client components, pipeline() in a page and a route
// of the server, and both imported on the edge, where a call says that it cannot be.

import { findStatement, right, sentence } from "./sarah.mjs";

const imports = `import { pipeline } from "xlmr-ner";\n`;

const files = {
  "app/layout.jsx": `export default function Layout({ children }) {
  return <html lang="en"><body>{children}</body></html>;
}`,
  "app/page.jsx": `${imports}export const dynamic = "force-dynamic";
export default async function Page() {${findStatement}
  return <p id="found">{found}</p>;
}`,
  "app/api/route.js": `${imports}export const dynamic = "force-dynamic";
export async function GET() {${findStatement}
  return new Response(found);
}`,
  "app/client/page.jsx": `"use client";
import { useEffect, useState } from "react";
${imports}export default function Page() {
  const [shown, show] = useState("");
  useEffect(() => {
    (async () => {${findStatement}
      show(found);
    })();
  }, []);
  return <p id="found">{shown}</p>;
}`,
  "app/widget/page.jsx": `"use client";
import "xlmr-ner/element";
export default function Page() {
  return <ner-widget text="${sentence}"></ner-widget>;
}`,
};

/** Webpack's build of Next.js 16.4 misses a manifest for any edge route that is alone. */
const edge = {
  "app/edge/page.jsx": `import Widget from "../widget/page";
export const runtime = "edge";
export default function Page() {
  return <Widget />;
}`,
  "app/api/edge/route.js": `${imports}export const runtime = "edge";
export async function GET() {${findStatement}
  return new Response(found);
}`,
};

const looks = [
  { path: "/", says: right },
  { path: "/api", says: right },
  { path: "/client", says: right },
  { path: "/widget", marks: ["Sarah", "London"] },
];

const edgeLooks = [
  { path: "/edge", marks: ["Sarah", "London"] },
  { path: "/api/edge", says: /^EnvironmentError: .*found no Worker in/ },
];

const manifest = { "package.json": '{"private": true}' };
const install = ["next@16", "react@19", "react-dom@19"];
const start = ["next", "start", "--hostname", "127.0.0.1", "--port", "0"];

export const projects = {
  "next-turbopack": {
    install,
    files: { ...manifest, ...files, ...edge },
    build: ["next", "build"],
    start,
    looks: [...looks, ...edgeLooks],
  },
  "next-webpack": {
    install,
    files: { ...manifest, ...files },
    build: ["next", "build", "--webpack"],
    start,
    looks,
  },
};
