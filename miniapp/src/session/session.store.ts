import type { Me, Permission, SessionAnswer } from '@guihu/shared';

export interface SessionState {
  /** `unknown` until the first attempt has ended. */
  status: 'unknown' | 'signed-in' | 'guest';
  me: Me | null;
  /** Why nobody is signed in. */
  failure: unknown;
}

export interface SessionParts {
  obtainCode: () => Promise<string>;
  openSession: (code: string) => Promise<SessionAnswer>;
  readMe: () => Promise<Me>;
  recall: <T>(name: string) => T | null;
  keep: (name: string, value: unknown) => void;
  forget: (name: string) => void;
}

interface Kept {
  token: string;
  me: Me;
}

/** Who I am. Signing in asks nothing of the person and happens at most once at a time, however many pages want it. */
export function createSession(parts: SessionParts) {
  let state: SessionState = { status: 'unknown', me: null, failure: null };
  let token: string | null = null;
  let signingIn: Promise<string | null> | null = null;
  let started: Promise<void> | null = null;
  const listeners = new Set<() => void>();

  const become = (next: SessionState) => {
    state = next;
    for (const listener of listeners) listener();
  };
  const hold = (heldToken: string, me: Me) => {
    token = heldToken;
    parts.keep('session', { token, me } satisfies Kept);
    become({ status: 'signed-in', me, failure: null });
  };
  const letGo = (failure: unknown) => {
    token = null;
    parts.forget('session');
    become({ status: 'guest', me: null, failure });
  };

  /** A fresh token, or null when nobody could be signed in; every caller of the moment shares one attempt. */
  const renew = (): Promise<string | null> => {
    signingIn ??= parts
      .obtainCode()
      .then(parts.openSession)
      .then(
        (answer) => {
          hold(answer.token, answer.me);
          return answer.token;
        },
        (failure) => {
          letGo(failure);
          return null;
        },
      )
      .then((result) => {
        signingIn = null;
        return result;
      });
    return signingIn;
  };

  /** Reads who I am again: a phone was bound, duty changed, a message was read. */
  const refresh = async (): Promise<void> => {
    const me = await parts.readMe();
    if (token) hold(token, me);
  };

  /** Takes up the session kept on this device, or signs in. Resolves either way. */
  const start = (): Promise<void> => {
    started ??= (async () => {
      const kept = parts.recall<Kept>('session');
      if (!kept) return void (await renew());
      token = kept.token;
      become({ status: 'signed-in', me: kept.me, failure: null });
    })();
    return started;
  };

  return {
    state: () => state,
    token: () => token,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    start,
    renew,
    refresh,
    /** Puts in what the server has just said about me. */
    put: (me: Me) => token && hold(token, me),
  };
}
export type Session = ReturnType<typeof createSession>;

/** Whether a button may be shown; the server asks again. */
export const may = (me: Me | null, permission: Permission): boolean => me?.permissions.includes(permission) ?? false;
