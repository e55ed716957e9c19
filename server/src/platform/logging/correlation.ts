import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

const store = new AsyncLocalStorage<string>();

export const newCorrelationId = (): string => randomUUID();

/** The id that ties a request, its log lines and the jobs it caused together. */
export const currentCorrelationId = (): string | undefined => store.getStore();

export function withCorrelation<T>(id: string | undefined, f: () => T): T {
  return store.run(id ?? newCorrelationId(), f);
}
