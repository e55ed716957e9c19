import fc from 'fast-check';
import { readToken, signToken } from './session-tokens';

const key = Buffer.alloc(32, 7);
const claims = { sessionId: '0192f0c1-0000-7000-8000-000000000001', expiresAt: 1_800_000_000_000 };

describe('a session token', () => {
  it('is read back until its time is over', () => {
    const token = signToken(claims, key);
    expect(readToken(token, key, claims.expiresAt - 1)).toEqual(claims);
    expect(readToken(token, key, claims.expiresAt)).toBeNull();
  });

  it('is refused under another key', () => {
    expect(readToken(signToken(claims, Buffer.alloc(32, 8)), key, 0)).toBeNull();
  });

  it('is refused when any character was changed', () => {
    const token = signToken(claims, key);
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom(...'abcXYZ019-_.'), (at, letter) => {
        const forged = token.slice(0, at) + letter + token.slice(at + 1);
        return forged === token || readToken(forged, key, 0) === null;
      }),
    );
  });

  it('is refused when it is anything else', () => {
    fc.assert(fc.property(fc.string({ maxLength: 300 }), (text) => readToken(text, key, 0) === null));
  });
});
