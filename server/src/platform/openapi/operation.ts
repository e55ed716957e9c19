import type { OpenAPIObject } from '@nestjs/swagger';
import { IDEMPOTENCY_KEY } from '../idempotency/idempotency.interceptor';
import type { Schema } from './generated';
import { limitsOf, withLimits } from './limits';
import type { RouteFacts } from './route-facts';

export type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
export type Components = NonNullable<OpenAPIObject['components']>;
type Parameters = NonNullable<Operation['parameters']>;
type Response = NonNullable<Operation['responses'][string]>;

export const BEARER = 'bearer';
const MEANING: Record<string, string> = { 200: 'Done.', 201: 'Created.', 204: 'Done; there is nothing to say.' };

export const IDEMPOTENCY_KEY_PARAMETER: NonNullable<Components['parameters']>[string] = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'Chosen by the client for one intended creation. Sent again with the same content it gets the first answer and creates nothing.',
  schema: { type: 'string', pattern: IDEMPOTENCY_KEY.source },
};

export const PROBLEM_RESPONSE: Response = {
  description: 'Refused or failed: a problem document (RFC 9457) whose `title` and `errors` can be shown to the person.',
  headers: { 'Retry-After': { description: 'Seconds to wait, where waiting helps.', schema: { type: 'integer' } } },
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

/**
 * The operation with its answer, its refusals, who may ask and the limits of its parameters.
 * @param answer null where nothing is answered; undefined when the build did not describe it
 */
export function completed(verb: string, operation: Operation, facts: RouteFacts, answer: Schema | null | undefined): Operation {
  const responses = Object.entries(operation.responses).map(([status, response]) => [
    status,
    status.startsWith('2') ? answerOf(status, response as Response, facts, answer) : response,
  ]);
  const creates = verb === 'post' && '201' in operation.responses;
  return {
    ...operation,
    parameters: [
      ...(operation.parameters ?? []).map((parameter) => limitedParameter(parameter, facts)),
      ...(creates ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
    ],
    responses: {
      ...Object.fromEntries(responses),
      ...(answer === undefined ? {} : { default: { $ref: '#/components/responses/Problem' } }),
    },
    ...(facts.isPublic ? {} : { security: [{ [BEARER]: [] }] }),
    ...(facts.permission ? { 'x-permission': facts.permission } : {}),
  };
}

function answerOf(status: string, response: Response, facts: RouteFacts, answer: Schema | null | undefined): Response {
  if ('$ref' in response) return response;
  const said: Response = { ...response, description: response.description || (MEANING[status] ?? MEANING[200] ?? '') };
  if (answer === undefined) return said;
  return { ...said, content: answer ? { [mediaTypeOf(answer, facts)]: { schema: answer } } : undefined };
}

/** Objects leave as JSON; text and files as what the route says, else as what Fastify makes of them. */
function mediaTypeOf(answer: Schema, facts: RouteFacts): string {
  if ('$ref' in answer || answer.type !== 'string') return 'application/json';
  return facts.contentType ?? (answer.format === 'binary' ? 'application/octet-stream' : 'text/plain');
}

function limitedParameter(parameter: Parameters[number], facts: RouteFacts): Parameters[number] {
  if ('$ref' in parameter || !parameter.schema) return parameter;
  const rules = facts.parameterClasses.flatMap((request) => limitsOf(request).get(parameter.name) ?? []);
  return { ...parameter, schema: withLimits(parameter.schema, rules) };
}
