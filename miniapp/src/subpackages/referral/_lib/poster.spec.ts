import fc from 'fast-check';
import { linesOf, posterWords } from './poster';

const each = (part: string) => [...part].length * 10;

it('breaks a long slogan into lines and cuts only the last one', () => {
  expect(linesOf('推窗见江', 100, 2, each)).toEqual(['推窗见江']);
  expect(linesOf('推窗见江推窗见江', 50, 2, each)).toEqual(['推窗见江推', '窗见江']);
  expect(linesOf('推窗见江推窗见江', 30, 2, each)).toEqual(['推窗见', '江推…']);
  expect(linesOf('', 30, 2, each)).toEqual([]);
});

it('never writes more lines than there is room for, nor wider than the paper', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 20, max: 200 }), fc.integer({ min: 1, max: 3 }), (text, wide, most) => {
      const lines = linesOf(text, wide, most, each);
      expect(lines.length).toBeLessThanOrEqual(most);
      for (const line of lines) expect(each(line)).toBeLessThanOrEqual(wide);
    }),
  );
});

it('names a city that is its own district once', () => {
  const project = { name: '云溪府', slogan: '', city: '上海', district: '上海', areaMin: 89, areaMax: 142 } as never;
  expect(posterWords(project, '陈女士')).toEqual({ name: '云溪府', slogan: '', facts: '上海 · 89–142㎡', greeting: '陈女士推荐您来看看' });
});
