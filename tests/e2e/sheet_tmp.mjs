import { chromium } from "playwright-core"; import { readFileSync } from "node:fs";
const [,, combo, list, out, w]=process.argv;
const b=await chromium.launch({executablePath:"/usr/bin/chromium",args:["--no-sandbox"]});
const p=await b.newPage({viewport:{width:+(w??1300),height:400}});
const html=list.split(",").map(s=>`<figure style="margin:4px;display:inline-block;vertical-align:top"><figcaption>${combo} ${s}</figcaption><img style="border:1px solid red" src="data:image/png;base64,${readFileSync(`/tmp/shots/${combo}-${s}.png`).toString("base64")}"></figure>`).join("");
await p.setContent(html); await p.screenshot({path:out,fullPage:true}); await b.close();
