// SPDX-License-Identifier: Apache-2.0

import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import { ApiError } from "./api_error.js";
import { withinDeadline } from "./deadline.js";
import { reportTexts } from "./log.js";
import type { RequestReport } from "./log.js";
import { readMaskRequest, readUnmaskRequest } from "./mask_body.js";
import type { MaskResult } from "./mask_job.js";
import type { MaskThread } from "./mask_thread.js";
import type { ModelRegistry } from "./model_registry.js";
import type { ServerSettings } from "./settings.js";

export interface MaskContext {
  settings: ServerSettings;
  registry: ModelRegistry;
  masking: MaskThread;
}

/** The addresses that mask. The server keeps no table: it comes with a request, and goes with its answer. */
export const maskPaths = { mask: "/v1/mask", unmask: "/v1/unmask" } as const;

export function addMaskRoutes(app: FastifyInstance, context: MaskContext): void {
  app.post(maskPaths.mask, (request, reply) => mask(request, reply, context));
  app.post(maskPaths.unmask, (request, reply) => unmask(request, reply, context));
}

async function mask(
  request: FastifyRequest,
  reply: FastifyReply,
  { settings, registry, masking }: MaskContext,
): Promise<object> {
  const asked = readMaskRequest(request.body, request.headers);
  const { texts, session, parameters, waits, isOne } = asked;
  const report = request.getDecorator<RequestReport>("report");
  reportTexts(report, texts);
  const id = asked.model ?? settings.models[0]?.id;
  if (id === undefined) throw new ApiError(400, "model: expected a model's id, found none");
  return withinDeadline(reply.raw, settings.timeout, async (signal) => {
    const entities = await registry.use(id, { waits, signal }, (model) => {
      report.model = id;
      return model.find(texts, signal);
    });
    const job = { kind: "mask", texts, entities, session, parameters } as const;
    return answerOf(await masking.run(job, signal), isOne);
  });
}

async function unmask(
  request: FastifyRequest,
  reply: FastifyReply,
  { settings, masking }: MaskContext,
): Promise<object> {
  const { texts, isOne, session } = readUnmaskRequest(request.body, request.headers);
  reportTexts(request.getDecorator<RequestReport>("report"), texts);
  return withinDeadline(reply.raw, settings.timeout, async (signal) =>
    answerOf(await masking.run({ kind: "unmask", texts, session }, signal), isOne),
  );
}

function answerOf({ outputs, session }: MaskResult, isOne: boolean): object {
  return { outputs: isOne ? outputs[0] : outputs, session };
}
