import { formatYuan } from '@guihu/shared';
import fc from 'fast-check';
import { completionOf, faultsOfFinish, fenOf, NEW_FINISH, NEW_PART, totalFen } from './finish-form';

const done = { ...NEW_FINISH, words: ' 已更换阀芯 ' };
const repair = { kind: 'repair', refusedFiles: [] } as const;
const complaint = { kind: 'complaint', refusedFiles: [] } as const;

it('needs words, and for a complaint its cause and remedy too', () => {
  expect(Object.keys(faultsOfFinish(NEW_FINISH, repair))).toEqual(['words']);
  expect(faultsOfFinish(done, repair)).toEqual({});
  expect(Object.keys(faultsOfFinish(done, complaint))).toEqual(['rootCause', 'correctiveAction']);
  expect(faultsOfFinish({ ...done, rootCause: '夜间施工', correctiveAction: '调整时间' }, complaint)).toEqual({});
});

it('leaves out a row of parts that was opened and left empty', () => {
  expect(faultsOfFinish({ ...done, parts: [NEW_PART] }, repair)).toEqual({});
  expect(completionOf({ ...done, parts: [NEW_PART] }, 'repair')).toEqual({ words: '已更换阀芯' });
});

it('says what is wrong with a part, by its name', () => {
  const part = (over: object) => faultsOfFinish({ ...done, parts: [{ ...NEW_PART, ...over }] }, repair).parts;
  expect(part({ yuan: '35' })).toContain('请写配件名称');
  expect(part({ name: '阀芯', quantity: '0' })).toContain('「阀芯」的数量');
  expect(part({ name: '阀芯', quantity: '1.5' })).toContain('数量');
  expect(part({ name: '阀芯', yuan: '三十五' })).toContain('单价');
  expect(part({ name: '阀芯', yuan: '100000.01' })).toContain('超出上限');
  expect(part({ name: '阀芯', yuan: '100000' })).toBeUndefined();
});

it('does not go while a photo is refused', () => {
  expect(faultsOfFinish(done, { kind: 'repair', refusedFiles: ['文件已损坏'] }).photos).toContain('文件已损坏');
});

it('sends whole fen and only what belongs to the kind', () => {
  const form = { ...done, parts: [{ name: ' 阀芯 ', quantity: '2', yuan: '35.5' }], rootCause: 'x', correctiveAction: 'y' };
  expect(completionOf(form, 'repair')).toEqual({ words: '已更换阀芯', parts: [{ name: '阀芯', quantity: 2, priceFen: 3550 }] });
  expect(completionOf(form, 'complaint')).toMatchObject({ rootCause: 'x', correctiveAction: 'y' });
  expect(totalFen(form.parts)).toBe(7100);
});

it('reads back every amount of whole fen that people write', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999 }), (fen) => {
      expect(fenOf(formatYuan(fen).replace(/[¥,]/g, ''))).toBe(fen);
    }),
  );
  expect([fenOf(''), fenOf('1.234'), fenOf('-1'), fenOf('1e3'), fenOf('12.')]).toEqual([0, null, null, null, 1200]);
});
