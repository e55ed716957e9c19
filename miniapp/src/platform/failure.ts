import { ApiProblem, NetworkFailure, NoIdentity, sentenceOf } from './api-problem';

export type FailureKind = 'offline' | 'forbidden' | 'missing' | 'signed-out' | 'failed';

/** A failure as a page shows it. */
export interface Failure {
  kind: FailureKind;
  sentence: string;
  /** What support can look up in the log. */
  correlationId: string | null;
  /** Which refusal of the server it is, where it is one. */
  code: string | null;
}

export function failureOf(cause: unknown): Failure {
  const { correlationId, code } = cause instanceof ApiProblem ? cause : { correlationId: null, code: null };
  return { kind: kindOf(cause), sentence: sentenceOf(cause), correlationId, code };
}

function kindOf(cause: unknown): FailureKind {
  if (cause instanceof NetworkFailure) return 'offline';
  if (cause instanceof NoIdentity) return 'signed-out';
  if (!(cause instanceof ApiProblem)) return 'failed';
  if (cause.status === 401) return 'signed-out';
  if (cause.status === 403) return 'forbidden';
  return cause.status === 404 ? 'missing' : 'failed';
}
