import { ERRORS, type ErrorCode, type FieldError } from '@guihu/shared';

/** A refusal by a rule: it has a code, and knows nothing of HTTP. */
export class CodedError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly detail?: string,
    readonly errors?: FieldError[],
    readonly retryAfterSeconds?: number,
  ) {
    super(`${code}${detail ? `: ${detail}` : ''}`);
    this.name = 'CodedError';
  }

  get status(): number {
    return ERRORS[this.code].status;
  }
}

/** `throw coded('lead.taken')`; `detail` is a further Chinese sentence for the person. */
export const coded = (code: ErrorCode, detail?: string, errors?: FieldError[]): CodedError => new CodedError(code, detail, errors);

/** One refused field. */
export const refusedField = (code: ErrorCode, field: string, check: string, message: string): CodedError =>
  new CodedError(code, message, [{ field, code: check, message }]);
