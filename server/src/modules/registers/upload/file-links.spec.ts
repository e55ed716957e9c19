import fc from 'fast-check';
import { MovableClock } from '../../../platform/clock/clock';
import { type FileLink, FileLinks, linkEnd } from './file-links';

const MINUTE = 60_000;
const ID = '0190a000-0000-7000-8000-000000000001';
const keys = (fill: number) => ({ keys: { field: [], index: Buffer.alloc(32), session: Buffer.alloc(32, fill) } });

/** As it stands in an address. */
function parsed(url: string): { id: string; link: FileLink } {
  const { pathname, searchParams } = new URL(url, 'http://x');
  return { id: pathname.split('/').at(-1) as string, link: Object.fromEntries(searchParams) };
}

describe('a link to a photo', () => {
  const startAt = Date.parse('2100-03-01T02:00:00Z');
  const at = (ms: number) => new FileLinks(keys(1), new MovableClock(startAt + ms));
  const linksAt = (ms: number) => at(ms).both(ID, true);

  it('opens what it was given for', () => {
    const { url, thumbUrl } = linksAt(0);
    for (const [address, variant] of [
      [url, 'full'],
      [thumbUrl as string, 'thumb'],
    ] as const) {
      const { id, link } = parsed(address);
      expect(at(0).read(id, link)).toMatchObject({ variant });
    }
  });

  it('is the same for five minutes, and good for ten to fifteen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e14 }), (now) => {
        const left = linkEnd(now) - now;
        expect(left > 10 * MINUTE && left <= 15 * MINUTE).toBe(true);
        expect(linkEnd(Math.floor(now / (5 * MINUTE)) * 5 * MINUTE)).toBe(linkEnd(now));
      }),
    );
    expect(linksAt(0)).toEqual(linksAt(4 * MINUTE));
    expect(linksAt(0)).not.toEqual(linksAt(5 * MINUTE));
  });

  it('opens nothing once its time is over', () => {
    const { id, link } = parsed(linksAt(0).url);
    expect(at(14 * MINUTE).read(id, link).secondsLeft).toBeLessThanOrEqual(60);
    expect(() => at(15 * MINUTE).read(id, link)).toThrow(expect.objectContaining({ code: 'file.link-expired' }));
  });

  it('opens nothing when a word of it is changed, left out or signed by somebody else', () => {
    const { id, link } = parsed(linksAt(0).url);
    const thumb = parsed(linksAt(0).thumbUrl as string).link;
    const forged: [string, FileLink][] = [
      [`${id.slice(0, -1)}2`, link],
      [id, { ...link, variant: 'thumb' }],
      [id, { ...link, exp: String(Number(link.exp) + 3600) }],
      [id, { ...link, exp: `${link.exp} ` }],
      [id, { ...link, sig: thumb.sig }],
      [id, { ...link, sig: `${link.sig}=` }],
      [id, { ...link, sig: '' }],
      [id, { variant: 'full', exp: link.exp }],
      [id, {}],
      ['../../etc/passwd', link],
    ];
    for (const [what, how] of forged) expect(() => at(0).read(what, how)).toThrow(expect.objectContaining({ code: 'file.link-expired' }));
    const stranger = new FileLinks(keys(2), new MovableClock(startAt));
    const theirs = parsed(stranger.both(ID, false).url);
    expect(() => at(0).read(theirs.id, theirs.link)).toThrow(expect.objectContaining({ code: 'file.link-expired' }));
  });
});
