import { createHmac, timingSafeEqual } from 'node:crypto';

/** `<session id>.<expiry, seconds in base 36>.<signature>`: signed, short-lived, and revocable by the session's row. */
export interface TokenClaims {
  sessionId: string;
  /** Machine time, epoch milliseconds. */
  expiresAt: number;
}

export function signToken(claims: TokenClaims, key: Buffer): string {
  const body = `${claims.sessionId}.${Math.floor(claims.expiresAt / 1000).toString(36)}`;
  return `${body}.${signature(body, key)}`;
}

/** @returns null when the token is malformed, forged or past its time. */
export function readToken(token: string, key: Buffer, wallNow: number): TokenClaims | null {
  const [sessionId, expiry, given, ...rest] = token.split('.');
  if (!sessionId || !expiry || !given || rest.length > 0) return null;
  const expected = Buffer.from(signature(`${sessionId}.${expiry}`, key));
  const actual = Buffer.from(given);
  if (actual.length !== expected.length || !timingSafeEqual(actual, expected)) return null;
  const expiresAt = Number.parseInt(expiry, 36) * 1000;
  return expiresAt > wallNow ? { sessionId, expiresAt } : null;
}

const signature = (body: string, key: Buffer) => createHmac('sha256', key).update(`session:${body}`).digest('base64url');
