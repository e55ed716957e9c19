import { STATUS_CODES } from 'node:http';
import type { Problem } from '@guihu/shared';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { newCorrelationId, withCorrelation } from '../logging/correlation';
import { coded } from './coded-error';
import { PROBLEM_TYPE, problemOf } from './problem.filter';

/** What Node says of bytes that are no request, and the status it travels under. */
const BY_REASON: Readonly<Record<string, number>> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 };

interface Connection {
  writable: boolean;
  destroyed?: boolean;
  end(text: string): unknown;
  destroy(error?: Error): unknown;
}

function malformed(status: number): Problem {
  const refusal = coded(status === 431 ? 'request.too-large' : 'request.malformed');
  return { ...withCorrelation(newCorrelationId(), () => problemOf(refusal)), status };
}

/** An address that cannot be read never reaches a route: it is refused here, in the same shape as everything else. */
export function refuseAddress(_error: FastifyError, _request: FastifyRequest, reply: FastifyReply): void {
  const problem = malformed(400);
  void reply
    .status(problem.status)
    .header('X-Correlation-Id', problem.correlationId)
    .header('content-type', PROBLEM_TYPE)
    .send(JSON.stringify(problem));
}

/** Bytes that are no request at all have no request object either: the answer is written to the connection. */
export function refuseBytes(error: NodeJS.ErrnoException, connection: Connection): void {
  if (error.code === 'ECONNRESET' || connection.destroyed || !connection.writable) {
    connection.destroy(error);
    return;
  }
  const problem = malformed(BY_REASON[error.code ?? ''] ?? 400);
  const body = JSON.stringify(problem);
  connection.end(
    [
      `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
      `Content-Type: ${PROBLEM_TYPE}`,
      `Content-Length: ${Buffer.byteLength(body)}`,
      `X-Correlation-Id: ${problem.correlationId}`,
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}
