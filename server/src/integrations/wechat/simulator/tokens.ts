import { randomBytes } from 'node:crypto';
import type { SimulatedApp } from './simulator.options';
import { WechatError } from './wire';

const LIFETIME_MS = 7200_000;
/** The former token stays good this long after a new one, and the stable line renews this long before its end. */
const GRACE_MS = 300_000;
const FORCED_PAUSE_MS = 30_000;
const FORCED_PER_DAY = 20;
const DAY_MS = 86_400_000;

interface Token {
  readonly value: string;
  readonly appid: string;
  readonly expiresAt: number;
  /** When a newer token put an end to this one. */
  killedAt: number | null;
}

interface Line {
  current: Token | null;
  forcedAt: number[];
}

export interface IssuedToken {
  readonly access_token: string;
  readonly expires_in: number;
}

/** Access tokens of both apps: the basic line, where every fetch ends the token before it, and the stable line apart from it. */
export class SimulatedTokens {
  private readonly known = new Map<string, Token>();
  private readonly basic = new Map<string, Line>();
  private readonly stable = new Map<string, Line>();
  private fetches: { day: number; byApp: Map<string, number> } = { day: 0, byApp: new Map() };

  constructor(
    private readonly now: () => Date,
    private readonly apps: readonly SimulatedApp[],
    private readonly fetchesPerDay = 2000,
  ) {}

  /** The app a caller claims to be. Refuses like WeChat: 41002, 41004, 40013, 40125. */
  authenticate(appid: unknown, secret: unknown): SimulatedApp {
    if (!appid) throw new WechatError(41002);
    if (!secret) throw new WechatError(41004);
    const app = this.apps.find((candidate) => candidate.appid === appid);
    if (!app) throw new WechatError(40013);
    if (app.secret !== secret) throw new WechatError(40125);
    return app;
  }

  fetchBasic(appid: string): IssuedToken {
    this.count(appid);
    const line = this.lineOf(this.basic, appid);
    const former = line.current;
    line.current = this.issue(appid);
    if (former) this.kill(former, GRACE_MS);
    return this.answer(line.current);
  }

  /** Normal mode answers the same token until five minutes before its end; a forced refresh ends it at once. */
  fetchStable(appid: string, forced: boolean): IssuedToken {
    const line = this.lineOf(this.stable, appid);
    const now = this.now().getTime();
    const former = line.current;
    if (former && forced && this.mayForce(line, now)) {
      line.forcedAt.push(now);
      this.kill(former, 0);
      line.current = this.issue(appid);
    } else if (!former || former.expiresAt - now <= GRACE_MS) {
      line.current = this.issue(appid);
    }
    return this.answer(line.current as Token);
  }

  /** The app a token speaks for. Refuses 41001 without one, 40014 unknown, 42001 past its time, 40001 replaced by a newer. */
  check(value: unknown): string {
    if (typeof value !== 'string' || value === '') throw new WechatError(41001);
    const token = this.known.get(value);
    const now = this.now().getTime();
    if (!token) throw new WechatError(40014);
    if (now >= token.expiresAt) throw new WechatError(42001);
    if (token.killedAt !== null && now >= token.killedAt) throw new WechatError(40001);
    return token.appid;
  }

  clearQuota(appid: string): void {
    this.fetches.byApp.delete(appid);
  }

  private count(appid: string): void {
    const day = Math.floor(this.now().getTime() / DAY_MS);
    if (this.fetches.day !== day) this.fetches = { day, byApp: new Map() };
    const used = (this.fetches.byApp.get(appid) ?? 0) + 1;
    if (used > this.fetchesPerDay) throw new WechatError(45009);
    this.fetches.byApp.set(appid, used);
  }

  private mayForce(line: Line, now: number): boolean {
    line.forcedAt = line.forcedAt.filter((at) => at > now - DAY_MS);
    const last = line.forcedAt.at(-1);
    return line.forcedAt.length < FORCED_PER_DAY && (last === undefined || now - last >= FORCED_PAUSE_MS);
  }

  private issue(appid: string): Token {
    const now = this.now().getTime();
    const token: Token = { value: randomBytes(102).toString('base64url'), appid, expiresAt: now + LIFETIME_MS, killedAt: null };
    this.known.set(token.value, token);
    for (const old of this.known.values()) if (old.expiresAt < now - DAY_MS) this.known.delete(old.value);
    return token;
  }

  private kill(token: Token, graceMs: number): void {
    token.killedAt = this.now().getTime() + graceMs;
  }

  private answer(token: Token): IssuedToken {
    return { access_token: token.value, expires_in: Math.floor((token.expiresAt - this.now().getTime()) / 1000) };
  }

  private lineOf(lines: Map<string, Line>, appid: string): Line {
    const line = lines.get(appid) ?? { current: null, forcedAt: [] };
    lines.set(appid, line);
    return line;
  }
}
