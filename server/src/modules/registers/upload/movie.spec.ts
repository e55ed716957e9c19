import fc from 'fast-check';
import { type Box, boxAt, fateOf, HEADER_BYTES, movieFacts, withoutNotes } from './movie';
import { appleNotes, box, longBox, PLACE, phoneNotes, times, track } from './movie.fixture';

const moovOf = (...content: Buffer[]) => box('moov', ...content);
const facts = (...content: Buffer[]) => movieFacts(moovOf(...content));
const at = (bytes: Buffer, start: number, end: number): Box | null => boxAt(bytes.subarray(start, start + HEADER_BYTES), start, end);

/** The types of all boxes on one floor. */
function types(bytes: Buffer, from = 0, to = bytes.length): string[] {
  const found: string[] = [];
  for (let start = from; start < to; ) {
    const one = at(bytes, start, to);
    if (!one) break;
    found.push(one.type);
    start = one.end;
  }
  return found;
}

describe('the length and size of a film', () => {
  it.each([
    ['32 bits', times('mvhd', 12.5), 12_500],
    ['64 bits', times('mvhd', 12.5, { long: true }), 12_500],
  ])('are read from %s', (_, header, durationMs) => {
    expect(facts(header, track({ seconds: 1 }))).toEqual({ durationMs, width: 1280, height: 720 });
  });

  it('are those of the picture as it is held', () => {
    expect(facts(times('mvhd', 1), track({ turned: true }))).toMatchObject({ width: 720, height: 1280 });
  });

  it('are the longest that it claims anywhere, whatever its cover says', () => {
    expect(facts(times('mvhd', 3), track({ seconds: 90 })).durationMs).toBe(90_000);
    expect(facts(times('mvhd', 3), track(), track({ handler: 'soun', seconds: 75 })).durationMs).toBe(75_000);
    const mehd = box('mehd', Buffer.from([0, 0, 0, 0, 0, 0, 0x75, 0x30]));
    expect(facts(times('mvhd', 0), track({ seconds: 0 }), box('mvex', mehd)).durationMs).toBe(50_000);
  });

  it.each([
    ['nothing', []],
    ['no length', [times('mvhd', 0), track({ seconds: 0 })]],
    ['a length of all ones', [box('mvhd', Buffer.alloc(12), Buffer.from([0, 0, 2, 88, 255, 255, 255, 255])), track({ seconds: 0 })]],
    ['no seconds to count in', [times('mvhd', 5, { scale: 0 }), track({ seconds: 0 })]],
    ['a header cut short', [box('mvhd', Buffer.alloc(10)), track()]],
    ['a track without a size', [times('mvhd', 5), box('trak', box('mdia', times('mdhd', 5), box('hdlr', Buffer.alloc(8), 'vide')))]],
  ])('cannot be had of %s', (_, content) => {
    expect(() => facts(...content)).toThrow(
      expect.objectContaining({ code: expect.stringMatching(/^upload\.(unreadable|type-unsupported)$/) }),
    );
  });

  it('are not had of a sound without a picture', () => {
    expect(() => facts(times('mvhd', 5), track({ handler: 'soun' }))).toThrow(expect.objectContaining({ code: 'upload.type-unsupported' }));
  });
});

describe('what a film says of its maker', () => {
  const notes = [phoneNotes(), appleNotes(), box('uuid', Buffer.alloc(16), PLACE), box('free', PLACE), box('\u00a9xyz', PLACE)];
  const moov = moovOf(
    times('mvhd', 5),
    track({ extra: [phoneNotes()] }),
    track({ handler: 'soun', extra: [appleNotes()] }),
    track({ handler: 'meta', extra: [box('udta', PLACE)] }),
    ...notes,
  );

  it('is blanked wherever it stands, and nothing moves', () => {
    const clean = withoutNotes(moov);
    expect(clean.length).toBe(moov.length);
    expect(clean.includes(PLACE)).toBe(false);
    expect(moov.includes(PLACE)).toBe(true);
    expect(types(clean, 8)).toEqual(['mvhd', 'trak', 'trak', 'free', 'free', 'free', 'free', 'free', 'free']);
    expect(movieFacts(clean)).toEqual(movieFacts(moov));
  });

  it('is blanked once: doing it again changes nothing', () => {
    expect(withoutNotes(withoutNotes(moov)).equals(withoutNotes(moov))).toBe(true);
  });

  it('is all that is changed', () => {
    const plain = moovOf(times('mvhd', 5), track(), track({ handler: 'soun' }));
    expect(withoutNotes(plain).equals(plain)).toBe(true);
  });

  it('is not looked for without end', () => {
    let deep = phoneNotes();
    for (let i = 0; i < 20; i++) deep = box('trak', deep);
    expect(() => withoutNotes(moovOf(deep))).toThrow(expect.objectContaining({ code: 'upload.unreadable' }));
  });

  it('is blanked in whatever order and depth the boxes come', () => {
    const leaf = fc.constantFrom(...notes, box('stsd', 'codec'), box('edts', box('elst', 'list')), longBox('udta', Buffer.from(PLACE)));
    const tree = fc.letrec<{ node: Buffer }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc
          .tuple(fc.constantFrom('trak', 'mdia', 'minf', 'stbl'), fc.array(tie('node'), { maxLength: 3 }))
          .map(([type, inner]) => box(type, ...inner)),
      ),
    })).node;
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 5 }), (inner) => {
        const whole = moovOf(times('mvhd', 5), ...inner);
        const clean = withoutNotes(whole);
        expect(clean.length).toBe(whole.length);
        expect(clean.includes(PLACE)).toBe(false);
        expect(types(clean).length).toBe(types(whole).length);
      }),
    );
  });
});

describe('boxes', () => {
  it('are read with a short length, a long one, and none for the last', () => {
    const long = longBox('mdat', Buffer.alloc(20));
    expect(at(long, 0, long.length)).toEqual({ type: 'mdat', start: 0, content: 16, end: 36 });
    const last = Buffer.concat([Buffer.alloc(4), Buffer.from('mdat'), Buffer.alloc(50)]);
    expect(at(last, 0, 58)).toEqual({ type: 'mdat', start: 0, content: 8, end: 58 });
  });

  it('that end beyond the file are cut off', () => {
    const whole = box('mdat', Buffer.alloc(100));
    expect(() => at(whole, 0, whole.length - 1)).toThrow(expect.objectContaining({ code: 'upload.unreadable' }));
  });

  it('are none of these', () => {
    for (const bytes of [
      Buffer.alloc(16),
      Buffer.from('PK\u0003\u0004\u0014\u0000\u0000\u0000'),
      Buffer.from([0, 0, 0, 3, 0x66, 0x72, 0x65, 0x65]),
      Buffer.alloc(3),
    ])
      expect(boxAt(bytes, 0, 1e9)).toBeNull();
  });

  it('at the top of a file are kept when players need them, and blanked otherwise', () => {
    const fate = (type: string) => fateOf({ type, start: 0, content: 8, end: 8 });
    for (const type of ['ftyp', 'mdat', 'sidx']) expect(fate(type)).toBe('keep');
    for (const type of ['moov', 'moof']) expect(fate(type)).toBe('look');
    for (const type of ['uuid', 'meta', 'udta', 'free', 'sefd', 'PICT']) expect(fate(type)).toBe('blank');
  });

  it('of any bytes are read or refused, never waited for', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const whole = moovOf(Buffer.from(bytes));
        for (const read of [withoutNotes, movieFacts]) {
          try {
            read(whole);
          } catch (error) {
            expect(error).toMatchObject({ code: expect.stringMatching(/^upload\./) });
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});
