// SPDX-License-Identifier: Apache-2.0

import { untilAborted } from "../base/on_abort.js";
import type { CompiledCore } from "../core/compile.js";
import { isCommit } from "../hub/hub_id.js";
import type { AssetSettings } from "../options/asset_options.js";
import { Client } from "../rpc/client.js";
import type { CallOptions, KeptWorker, WorkerPort } from "../rpc/client.js";
import type { Params, Result } from "../rpc/protocol.js";
import { Supervisor } from "../rpc/supervisor.js";
import type { Loaded } from "../rpc/supervisor.js";

/** What a platform injects to run a model. */
export interface WorkerHost {
  spawnWorker(assets: AssetSettings): WorkerPort;
  compileCore(assets: AssetSettings, signal: AbortSignal | undefined): Promise<CompiledCore>;
}

type LoadMethod = "loadClassifier" | "loadTokenizer";
type Loading<M extends LoadMethod> = Omit<Params<M>, "compiled">;

/**
 * Loads a model in a worker, and in another one where that is lost: with the core that is compiled, the
 * scripts that were kept, and the model's files where they lie or as the cache has them, so that the
 * network is asked for nothing. Where that does not do, all is loaded as it was the first time.
 */
export async function loadWorker<M extends LoadMethod>(
  host: WorkerHost,
  assets: AssetSettings,
  method: M,
  params: Loading<M>,
  options: CallOptions,
): Promise<Supervisor<Result<M>>> {
  const { signal } = options;
  signal?.throwIfAborted();
  const port = host.spawnWorker(assets);
  const client = new Client(port);
  const compiled = await orDispose(client, untilAborted(host.compileCore(assets, signal), signal));
  const call = async (
    to: Client,
    core: CompiledCore,
    loading: Loading<M>,
    callOptions: CallOptions,
  ): Promise<Loaded<Result<M>>> => {
    const all = { compiled: core, ...loading } as unknown as Params<M>;
    return { client: to, answer: await orDispose(to, to.call(method, all, callOptions)) };
  };

  const first = await call(client, compiled, params, options);
  const startKept = port.keepScripts?.(compiled.glue); // not before: they are nobody's first result
  const kept = keptModel(params, first.answer);
  return new Supervisor(first, async (ending) => {
    const spawn = (): KeptWorker => ({ port: host.spawnWorker(assets), glue: compiled.glue });
    try {
      const started = (await startKept?.()) ?? spawn();
      const core = { ...compiled, glue: started.glue };
      return await call(new Client(started.port), core, kept, { signal: ending });
    } catch {
      ending.throwIfAborted();
      return call(new Client(spawn().port), compiled, params, { signal: ending });
    }
  });
}

/** Milliseconds that a failure waits for its worker to end: one that waits for a disk may never. */
const patience = 100;

async function orDispose<T>(client: Client, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const enough = new Promise<void>((resolve) => (timer = setTimeout(resolve, patience)));
    await Promise.race([client.dispose(), enough]);
    clearTimeout(timer);
    throw error;
  }
}

/** The same model, as it was loaded, without the network. */
function keptModel<M extends LoadMethod>(params: Loading<M>, answer: Result<M>): Loading<M> {
  const loaded = "revision" in answer ? answer.revision : undefined;
  const revision = loaded !== undefined && isCommit(loaded) ? loaded : params.remote.revision;
  return { ...params, remote: { ...params.remote, revision, localFilesOnly: true } };
}
