import type { ErrorCode } from '../error-codes';

/** RFC 9457 problem document; `errors` names each refused field. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: ErrorCode;
  detail?: string;
  /** Found in the log under this id. */
  correlationId?: string;
  errors?: FieldError[];
}

export interface FieldError {
  /** Path of the field as sent, such as `intent.areaMin`. */
  field: string;
  /** Which check refused it, such as `maxLength`. */
  code: string;
  /** A Chinese sentence the person can act on. */
  message: string;
}

export interface Page<T> {
  items: T[];
  /** Opaque; send it back as `cursor`. Null on the last page. */
  nextCursor: string | null;
}

/** What is offered in a list of things to choose from. */
export interface Choice {
  id: string;
  name: string;
}
