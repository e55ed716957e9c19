import fc from 'fast-check';
import { askedRange } from './byte-range.policy';

describe('a part of a file', () => {
  it.each([
    ['bytes=0-1', { start: 0, end: 1 }],
    ['bytes=0-', { start: 0, end: 99 }],
    ['bytes=90-200', { start: 90, end: 99 }],
    ['bytes=-10', { start: 90, end: 99 }],
    ['bytes=-1000', { start: 0, end: 99 }],
    ['bytes=99-99', { start: 99, end: 99 }],
    ['bytes=100-', 'outside'],
    ['bytes=100-200', 'outside'],
    ['bytes=-0', 'outside'],
    [undefined, 'whole'],
    ['', 'whole'],
    ['bytes=-', 'whole'],
    ['bytes=5-1', 'whole'],
    ['bytes=0-1,5-6', 'whole'],
    ['items=0-1', 'whole'],
    ['bytes=1e3-', 'whole'],
    ['bytes=0x1-2', 'whole'],
    [`bytes=0-${'9'.repeat(16)}`, 'whole'],
  ])('%s of 100 bytes is %j', (header, expected) => {
    expect(askedRange(header, 100)).toEqual(expected);
  });

  it('never reaches beyond the file', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^bytes=\d{0,6}-\d{0,6}$/), fc.integer({ min: 1, max: 1_000_000 }), (header, size) => {
        const asked = askedRange(header, size);
        if (typeof asked === 'object') expect(asked.start >= 0 && asked.start <= asked.end && asked.end < size).toBe(true);
      }),
    );
  });
});
