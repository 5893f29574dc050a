import { mkdirSync } from "node:fs";
import path from "node:path";
import { chromium } from "playwright-core";
import { startServer } from "./server.js";
import { bringInto, states, statesPage } from "./widget_states.js";
const root = path.resolve(import.meta.dirname, "../..");
const out="/tmp/shots"; mkdirSync(out,{recursive:true});
const dirs=[{dir:"ltr",lang:"en"},{dir:"rtl",lang:"he"}];
const pages={"/favicon.ico":""};
for (const scheme of ["light","dark"]) for (const d of dirs) pages[`/${scheme}-${d.dir}`]=statesPage({scheme,...d});
const server=await startServer({folders:{pkg:root},pages});
const b=await chromium.launch({executablePath:"/usr/bin/chromium",args:["--no-sandbox"]});
const want=process.argv[2]?.split(",")??Object.keys(states);
const combos=(process.argv[3]??"320-light-ltr,320-dark-rtl,390-light-rtl,390-dark-ltr,1280-light-ltr,1280-dark-rtl").split(",");
for (const c of combos){ const [w,scheme,dir]=c.split("-");
 const page=await b.newPage({viewport:{width:+w,height:700},colorScheme:scheme});
 for (const s of want){ try{
  await page.goto(`${server.url}/${scheme}-${dir}`); await bringInto(page,s,dirs.find(d=>d.dir===dir).lang);
  await page.screenshot({path:`${out}/${c}-${s}.png`,fullPage:true}); }catch(e){console.log(c,s,String(e).slice(0,200))} }
 await page.close(); console.log(c,new Date().toISOString().slice(11,19)); }
await b.close(); await server.close();
