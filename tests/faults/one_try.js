// SPDX-License-Identifier: Apache-2.0

/**
 * One try of a fault: calls are made, something happens, and it is noted when each was settled, with which
 * code, and whether the next call is right. It runs in Node and, as text, in a page, so it refers to nothing
 * but its argument:
 *
 *     load        gives a pipeline; `state.ner` has the one that is used now
 *     end         ends its worker from outside
 *     causes      where the faulty core says when it failed (faulty_core.js)
 *     fault       { how, texts }; `how` is "core", "end", "abort", "dispose" or "many"
 */
export async function oneTry({ load, end, causes, fault: { how, texts }, sentence, state }) {
  const now = () => performance.timeOrigin + performance.now();
  const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  let timer;
  const late = new Promise((resolve) => (timer = setTimeout(resolve, 30_000, "never")));
  const settled = [];
  const watch = (call) => {
    const note = (code) => {
      settled.push(now());
      return code;
    };
    return Promise.race([
      call.then(
        () => note("ok"),
        ({ code, name }) => note(typeof code === "string" ? code : name),
      ),
      late,
    ]);
  };
  state.ner ??= await load();
  state.expected ??= JSON.stringify(await state.ner(sentence));
  const { ner } = state;
  causes.length = 0;

  let calls;
  let answered;
  if (how === "core") {
    calls = [ner(texts, { truncation: true }), ner(sentence), ner([sentence])].map(watch);
  } else if (how === "end") {
    calls = [ner(texts), ner(sentence), ner([sentence])].map(watch);
    await sleep(20);
    causes.push({ at: now() });
    end();
  } else if (how === "many") {
    const all = Array.from({ length: 5000 }, () => ner(sentence));
    causes.push({ at: now() }); // nothing is settled before all are made
    calls = all.slice(1000).map(watch);
    answered = Promise.allSettled(all);
  } else {
    const lost = watch(ner(texts));
    end();
    await lost;
    settled.length = 0;
    const controller = new AbortController();
    calls = [watch(ner(sentence, { signal: controller.signal }))];
    await sleep(20);
    causes.push({ at: now() });
    if (how === "abort") controller.abort();
    else void ner.dispose();
  }

  const codes = [...new Set(await Promise.all(calls))];
  clearTimeout(timer);
  for (let i = 0; i < 100 && causes.length === 0; i++) await sleep(10);
  const [cause] = causes;
  const ms = cause === undefined ? NaN : Math.max(...settled) - cause.at;
  await answered; // which makes room again
  // The core's own thread was quicker to take the text that another one is to fail at, and its memory is
  // large now: only another worker can fail.
  if (how === "core" && codes.join() === "ok") {
    end();
    await state.ner(sentence).catch(() => undefined);
  }
  if (how === "dispose") state.ner = await load();
  const next = await state.ner(sentence);
  return { codes, ms, isThread: cause?.isThread, isRight: JSON.stringify(next) === state.expected };
}
