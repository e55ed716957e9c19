/** What a client needs of the world: one way to ask the server. The platform gives it; tests give another. */
export type ApiRequest = <T>(call: ApiCall) => Promise<T>;

export interface ApiCall {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  query?: Record<string, string | number | boolean | null | undefined>;
  body?: unknown;
  idempotencyKey?: string;
  anonymous?: boolean;
}

/** Sends one file as multipart field `file`. */
export type ApiUpload = <T>(call: { path: string; filePath: string; fileName: string; idempotencyKey?: string }) => Promise<T>;

export interface ListQuery {
  cursor?: string | null;
  /** At most 100. */
  limit?: number;
}

/** An id as part of a path. */
export const segment = (id: string): string => encodeURIComponent(id);
