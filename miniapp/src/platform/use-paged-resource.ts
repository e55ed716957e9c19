import type { Page } from '@guihu/shared';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Failure, failureOf } from './failure';
import { type Resource, type ResourceOptions, useResource } from './use-resource';

export interface PagedResource<T> extends Resource<T[]> {
  /** Fetches the next page unless it is on its way or there is none. */
  more: () => void;
  loadingMore: boolean;
  /** The next page did not come; `more` tries again. */
  moreFailure: Failure | null;
  atEnd: boolean;
}

/** An endless list by cursor. A refresh starts from the first page again. */
export function usePagedResource<T>(
  key: string | null,
  fetchPage: (cursor: string | null) => Promise<Page<T>>,
  options: ResourceOptions = {},
): PagedResource<T> {
  const first = useResource(key, () => fetchPage(null), options);
  const [rest, setRest] = useState<{ items: T[]; nextCursor: string | null } | null>(null);
  const [loadingMore, setLoadingMore] = useState(false);
  const [moreFailure, setMoreFailure] = useState<Failure | null>(null);
  const busy = useRef(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new first page makes the pages after it stale
  useEffect(() => setRest(null), [first.data]);

  const nextCursor = rest ? rest.nextCursor : (first.data?.nextCursor ?? null);
  const more = useCallback(() => {
    if (busy.current || nextCursor === null) return;
    busy.current = true;
    setLoadingMore(true);
    setMoreFailure(null);
    void fetchPage(nextCursor)
      .then((page) => setRest((before) => ({ items: [...(before?.items ?? []), ...page.items], nextCursor: page.nextCursor })))
      .catch((cause) => setMoreFailure(failureOf(cause)))
      .then(() => {
        busy.current = false;
        setLoadingMore(false);
      });
  }, [nextCursor, fetchPage]);

  const items = first.data ? [...first.data.items, ...(rest?.items ?? [])] : null;
  const put = (replaced: T[]) => {
    first.put({ items: replaced, nextCursor });
    setRest(null);
  };
  return { ...first, data: items, put, more, loadingMore, moreFailure, atEnd: first.data !== null && nextCursor === null };
}
