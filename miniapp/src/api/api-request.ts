/** What a client needs of the world: one way to ask the server. The platform gives it; tests give another. */
export type ApiRequest = <T>(call: ApiCall) => Promise<T>;

export interface ApiCall {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  query?: Record<string, string | number | boolean | null | undefined>;
  body?: unknown;
  idempotencyKey?: string;
  anonymous?: boolean;
  /** The answer is a text, such as a table to be kept, and no JSON. */
  text?: boolean;
}

/** Sends one file as multipart field `file`. */
export type ApiUpload = <T>(call: ApiUploadCall) => Promise<T>;

export interface ApiUploadCall {
  path: string;
  /** Where the file lies on the phone; on h5 the content itself. */
  content: string | Blob;
  fileName: string;
  idempotencyKey?: string;
  /** Whole per cent of what has left the phone. */
  onProgress?: (percent: number) => void;
}

export interface ListQuery {
  cursor?: string | null;
  /** At most 100. */
  limit?: number;
}

/** An id as part of a path. */
export const segment = (id: string): string => encodeURIComponent(id);
