import type { ErrorCode, FieldError, Problem } from '@guihu/shared';

/** A refusal by the server, with its code for programs and its sentence for people. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: ErrorCode;
  readonly detail: string | null;
  readonly fields: readonly FieldError[];
  readonly correlationId: string | null;

  constructor(problem: Problem) {
    super(problem.title);
    this.name = 'ApiProblem';
    this.status = problem.status;
    this.code = problem.code;
    this.detail = problem.detail ?? null;
    this.fields = problem.errors ?? [];
    this.correlationId = problem.correlationId ?? null;
  }

  /** The sentence to show under a field; null when the field was accepted. */
  messageOf(field: string): string | null {
    return this.fields.find((error) => error.field === field)?.message ?? null;
  }
}

export type NetworkFailureKind = 'offline' | 'timeout' | 'unreachable';

const SENTENCES: Readonly<Record<NetworkFailureKind, string>> = {
  offline: '网络未连接，请检查网络后重试',
  timeout: '网络较慢，等待超时，请重试',
  unreachable: '暂时连不上服务，请稍后重试',
};

/** The request never got an answer: nobody knows whether it arrived, so it may only be repeated with the same idempotency key. */
export class NetworkFailure extends Error {
  constructor(readonly kind: NetworkFailureKind) {
    super(SENTENCES[kind]);
    this.name = 'NetworkFailure';
  }
}

/** There is nobody to sign in as: an h5 page opened outside WeChat and without a persona. */
export class NoIdentity extends Error {
  constructor() {
    super('请在微信中打开小程序后再登录');
    this.name = 'NoIdentity';
  }
}

/** What to tell a person about any failure, in one sentence. */
export function sentenceOf(failure: unknown): string {
  if (failure instanceof ApiProblem) return failure.detail ?? failure.message;
  if (failure instanceof NetworkFailure || failure instanceof NoIdentity) return failure.message;
  return '出了点问题，请稍后重试';
}
