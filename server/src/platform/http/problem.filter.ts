import { ERRORS, type ErrorCode, type Problem } from '@guihu/shared';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import { ThrottlerException } from '@nestjs/throttler';
import type { FastifyReply } from 'fastify';
import { isOrphan, isTooLong } from '../database/database';
import { currentCorrelationId } from '../logging/correlation';
import { Log } from '../logging/log';
import { CodedError, coded } from './coded-error';

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

const BY_STATUS: Record<number, ErrorCode> = {
  400: 'request.malformed',
  401: 'session.required',
  403: 'permission.denied',
  404: 'route.not-found',
  405: 'route.not-found',
  413: 'request.too-large',
  415: 'request.unsupported-type',
  429: 'request.too-many',
};

/** Every failure leaves as a problem document (RFC 9457); the unexpected ones are logged once and shown without their innards. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const refusal = asRefusal(error);
    if (refusal.status >= 500) this.log.error({ err: error, code: refusal.code }, 'request failed');
    if (refusal.retryAfterSeconds) reply.header('Retry-After', String(refusal.retryAfterSeconds));
    void reply.status(refusal.status).header('content-type', PROBLEM_TYPE).send(problemOf(refusal));
  }
}

export function problemOf(refusal: CodedError): Problem {
  return {
    type: `urn:guihu:problem:${refusal.code}`,
    title: ERRORS[refusal.code].title,
    status: refusal.status,
    code: refusal.code,
    ...(refusal.detail ? { detail: refusal.detail } : {}),
    ...(refusal.errors ? { errors: refusal.errors } : {}),
    correlationId: currentCorrelationId(),
  };
}

function asRefusal(error: unknown): CodedError {
  if (error instanceof CodedError) return error;
  if (isTooLong(error)) return coded('request.invalid', '有一项内容太长，请缩短后再提交');
  // What the request was about was replaced while it ran.
  if (isOrphan(error)) return coded('record.moved');
  if (error instanceof ThrottlerException) return new CodedError('request.too-many');
  const status = statusOf(error);
  const code = status === undefined ? undefined : BY_STATUS[status];
  return coded(code ?? (status !== undefined && status < 500 ? 'request.malformed' : 'server.failed'));
}

/** Fastify's own refusals (body too large, malformed JSON) carry a statusCode, Nest's a status. */
function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : undefined;
}
