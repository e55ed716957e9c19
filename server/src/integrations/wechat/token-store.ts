export interface StoredToken {
  readonly value: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

/** Where the processes of one installation share WeChat's access tokens. */
export interface TokenStore {
  get(appid: string): Promise<StoredToken | null>;
  save(appid: string, token: StoredToken): Promise<void>;
  /** Runs `work` while nobody else, in this process or another, runs one for the same app. */
  lock<T>(appid: string, work: () => Promise<T>): Promise<T>;
}

/** For a single process and for tests. */
export class MemoryTokenStore implements TokenStore {
  private readonly tokens = new Map<string, StoredToken>();
  private readonly tails = new Map<string, Promise<unknown>>();

  async get(appid: string): Promise<StoredToken | null> {
    return this.tokens.get(appid) ?? null;
  }

  async save(appid: string, token: StoredToken): Promise<void> {
    this.tokens.set(appid, token);
  }

  lock<T>(appid: string, work: () => Promise<T>): Promise<T> {
    const before = this.tails.get(appid) ?? Promise.resolve();
    const mine = before.then(work, work);
    this.tails.set(
      appid,
      mine.catch(() => undefined),
    );
    return mine;
  }
}
