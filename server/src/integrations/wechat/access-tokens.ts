import type { StoredToken, TokenStore } from './token-store';

/** Renewed this long before the end, so that a token does not run out on its way. */
const MARGIN_MS = 60_000;

export interface FetchedToken {
  readonly value: string;
  readonly lifetimeMs: number;
}

/** Asks WeChat for a token; `forced` ends the one it would give again. */
export type FetchToken = (forced: boolean) => Promise<FetchedToken>;

/** The current access token of one app: read from the shared store, fetched once however many callers wait for it. */
export class AccessTokens {
  private current: StoredToken | null = null;
  private underWay: { refused: string | null; token: Promise<string> } | null = null;

  constructor(
    private readonly appid: string,
    private readonly store: TokenStore,
    private readonly now: () => Date,
    private readonly fetch: FetchToken,
  ) {}

  async get(): Promise<string> {
    if (this.usable(this.current, null)) return this.current.value;
    return this.single(null);
  }

  /** A token other than the one WeChat has just refused. */
  async renew(refused: string): Promise<string> {
    if (this.current?.value === refused) this.current = null;
    if (this.usable(this.current, refused)) return this.current.value;
    return this.single(refused);
  }

  private single(refused: string | null): Promise<string> {
    const running = this.underWay;
    if (running && (refused === null || running.refused === refused)) return running.token;
    const token = this.store.lock(this.appid, () => this.readOrFetch(refused));
    const mine = { refused, token };
    this.underWay = mine;
    const done = () => {
      if (this.underWay === mine) this.underWay = null;
    };
    token.then(done, done);
    return token;
  }

  /** Under the lock: another process may have renewed it while we waited. */
  private async readOrFetch(refused: string | null): Promise<string> {
    const stored = await this.store.get(this.appid);
    if (this.usable(stored, refused)) {
      this.current = stored;
      return stored.value;
    }
    let fetched = await this.fetch(false);
    if (fetched.value === refused) fetched = await this.fetch(true);
    const token = { value: fetched.value, expiresAt: this.now().getTime() + fetched.lifetimeMs };
    await this.store.save(this.appid, token);
    this.current = token;
    return token.value;
  }

  private usable(token: StoredToken | null, refused: string | null): token is StoredToken {
    return token !== null && token.value !== refused && token.expiresAt - MARGIN_MS > this.now().getTime();
  }
}
