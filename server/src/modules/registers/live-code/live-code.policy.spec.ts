import { LIVE_CODE_PATTERN, sceneOf } from '@guihu/shared';
import fc from 'fast-check';
import { countsAgain, newCode, ONE_SCAN_MS, politely, readCode, stateOf } from './live-code.policy';

describe('a live code', () => {
  const codes = fc.array(fc.integer({ min: 0, max: 31 }), { minLength: 10, maxLength: 10 }).map((picks) => {
    const left = [...picks];
    return newCode((below) => (left.shift() as number) % below);
  });

  it('can be read back however it was cased, spaced or misread, and fits into a scene', () =>
    fc.assert(
      fc.property(codes, (code) => {
        expect(code).toMatch(LIVE_CODE_PATTERN);
        expect(sceneOf(code).length).toBeLessThanOrEqual(32);
        expect(readCode(code)).toBe(code);
        expect(readCode(` ${code.slice(0, 4)}-${code.slice(4).toLowerCase()} `)).toBe(code);
        expect(readCode(code.replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(code);
      }),
    ));

  it('is none where somebody wrote something else, and never throws', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const read = readCode(text);
        if (read !== null) expect(read).toMatch(LIVE_CODE_PATTERN);
      }),
    ));

  it('ends on its last instant, and stays retired', () => {
    expect(stateOf({ expiresAt: 10, retiredAt: null }, 9)).toBe('active');
    expect(stateOf({ expiresAt: 10, retiredAt: null }, 10)).toBe('expired');
    expect(stateOf({ expiresAt: 10, retiredAt: 5 }, 5)).toBe('retired');
    expect(stateOf({ expiresAt: null, retiredAt: null }, Number.MAX_SAFE_INTEGER)).toBe('active');
  });

  it('counts a person again after ten minutes', () => {
    expect(countsAgain(null, 0)).toBe(true);
    expect(countsAgain(0, ONE_SCAN_MS - 1)).toBe(false);
    expect(countsAgain(0, ONE_SCAN_MS)).toBe(true);
  });

  it('names a friend without the given name', () => {
    expect(politely('陈静', 'female')).toBe('陈女士');
    expect(politely('欧阳雪', 'male')).toBe('欧阳先生');
    expect(politely('李雷', 'unknown')).toBe('李**');
    expect(politely('Anna Smith', 'female')).toBe('一位朋友');
    expect(politely('', 'female')).toBe('一位朋友');
  });
});
