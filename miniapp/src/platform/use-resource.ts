import { useCallback, useEffect, useRef, useState } from 'react';
import { now } from './clock';
import { type Failure, failureOf } from './failure';
import { usePageShow } from './lifecycle';
import { forget, keep, recall } from './storage';

interface Known<T> {
  data: T;
  /** When the server said so, epoch milliseconds. */
  since: number;
}

export interface Resource<T> {
  status: 'loading' | 'ready' | 'failed';
  data: T | null;
  /** With `ready`: the last refresh failed and `data` is what was known at `since`. */
  failure: Failure | null;
  since: number | null;
  refreshing: boolean;
  reload: () => Promise<void>;
  /** Puts in what the server has just answered to a change, without asking again. */
  put: (data: T) => void;
}

export interface ResourceOptions {
  /** Kept on the device, so that the page opens without a network. Not for other people's personal data. */
  kept?: boolean;
}

/** What was shown last, so that going back shows it at once while it is fetched anew. Gone when the app closes. */
const memory = new Map<string, Known<unknown>>();

/** Forgets everything shown so far: another person has signed in. */
export function forgetResources(): void {
  memory.clear();
}

/**
 * Something read from the server under a key. Fetched when the key appears and again each time the page comes to the front;
 * a failed refresh keeps what was known and says since when, unless it is no longer theirs to see. A null key fetches nothing.
 */
export function useResource<T>(key: string | null, fetcher: () => Promise<T>, { kept = false }: ResourceOptions = {}): Resource<T> {
  const [known, setKnown] = useState<Known<T> | null>(() => lookUp<T>(key, kept));
  const [failure, setFailure] = useState<Failure | null>(null);
  const [refreshing, setRefreshing] = useState(false);
  const latest = useRef({ key, fetcher });
  latest.current = { key, fetcher };
  const inFlight = useRef<{ key: string; done: Promise<void> } | null>(null);

  const put = useCallback(
    (data: T) => {
      const fresh: Known<T> = { data, since: now() };
      setKnown(fresh);
      setFailure(null);
      if (latest.current.key === null) return;
      memory.set(latest.current.key, fresh);
      if (kept) keep(`known:${latest.current.key}`, fresh);
    },
    [kept],
  );

  /** What the server no longer shows somebody, their phone does not go on showing either. */
  const fail = useCallback(
    (asked: string, cause: unknown) => {
      const told = failureOf(cause);
      if (told.kind === 'missing' || told.kind === 'forbidden') {
        memory.delete(asked);
        if (kept) forget(`known:${asked}`);
        setKnown(null);
      }
      setFailure(told);
    },
    [kept],
  );

  const reload = useCallback((): Promise<void> => {
    const asked = latest.current.key;
    if (asked === null) return Promise.resolve();
    if (inFlight.current?.key === asked) return inFlight.current.done;
    setRefreshing(true);
    const done = latest.current
      .fetcher()
      .then(
        (data) => latest.current.key === asked && put(data),
        (cause) => latest.current.key === asked && fail(asked, cause),
      )
      .then(() => {
        if (inFlight.current?.key !== asked) return;
        inFlight.current = null;
        setRefreshing(false);
      });
    inFlight.current = { key: asked, done };
    return done;
  }, [put, fail]);

  useEffect(() => {
    setKnown(lookUp<T>(key, kept));
    setFailure(null);
    void reload();
  }, [key, kept, reload]);

  usePageShow(() => {
    // The first showing is the fetch above, still under way.
    void reload();
  });

  return {
    status: known ? 'ready' : failure ? 'failed' : 'loading',
    data: known?.data ?? null,
    failure,
    since: known?.since ?? null,
    refreshing,
    reload,
    put,
  };
}

function lookUp<T>(key: string | null, kept: boolean): Known<T> | null {
  if (key === null) return null;
  return (memory.get(key) as Known<T> | undefined) ?? (kept ? recall<Known<T>>(`known:${key}`) : null);
}
