import { Length, validateSync } from 'class-validator';
import { signsUpTo } from './typed-text';

class Typed {
  @Length(0, 3)
  @signsUpTo(3, { message: '最多 3 个字' })
  words: string;
}

const faults = (words: string) =>
  validateSync(Object.assign(new Typed(), { words })).flatMap(({ constraints }) => Object.values(constraints ?? {}));

describe('the length of what was typed', () => {
  it('is counted as a column counts, over lines too', () => {
    for (const words of ['', '三个字', '\u{20000}\u{20000}\u{20000}', '一\n二']) expect([words, faults(words)]).toEqual([words, []]);
    // A heart and the sign that colours it: one to `Length`, two in a table.
    for (const words of ['❤️❤️', '一\n二三']) expect(faults(words)).toContain('最多 3 个字');
  });
});
