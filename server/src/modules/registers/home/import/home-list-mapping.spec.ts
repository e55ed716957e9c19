import type { UnitPlace } from '../../project';
import { type ListPorts, listReader, unitFinder } from './home-list-mapping';

const place = (buildingId: string, buildingName: string, unitLabel: string): UnitPlace => ({
  unitId: `${buildingId}-${unitLabel}`,
  projectId: 'p',
  projectName: '云溪府',
  buildingId,
  buildingName,
  unitLabel,
  label: '',
});
const UNITS = [place('b1', '1 号楼', '1203'), place('b3', '3 号楼', '401'), place('a', 'A 座', '101'), place('a2', 'A 栋', '101')];
const ports: ListPorts = {
  readPhone: (text) => (text === '' ? { ok: false, reason: '手机号未填写' } : { ok: true, e164: `+86${text}` }),
  findUnit: unitFinder(UNITS),
  today: '2026-11-23',
};
const HEADER = ['楼栋', '房号', '姓名', '手机号', '交付日期'];
const read = (values: string[], header = HEADER) =>
  listReader(header)({ rowNumber: 2, cells: Object.fromEntries(header.map((name, i) => [name, values[i] ?? ''])) }, ports);

it.each([
  [['楼号', '房间号', '业主姓名', '联系电话（必填）', '交房日期']],
  [['栋', '室号', '购房人', '手机', '收房时间']],
  [['Building', 'Room', 'Owner', 'Mobile', 'Delivery Date']],
])('columns are known by many names: %p', (header) => {
  expect(read(['1', '1203', '江', '137', ''], header)).toMatchObject({ ok: true, unit: { unitId: 'b1-1203' } });
});

it('a list without its columns is refused by their names', () => {
  expect(() => listReader(['楼栋', '姓名'])).toThrow('缺少：房号、手机号、交付日期');
});

it.each([
  ['1栋', '1203'],
  ['１ 号楼', '1203室'],
  ['第1幢', '１２０３'],
  ['1#', ' 1203 号'],
  ['1', '1203户'],
])('%s %s is one and the same home', (building, unit) => {
  expect(ports.findUnit(building, unit)).toMatchObject({ ok: true, unit: { unitId: 'b1-1203' } });
});

it.each([
  ['', '1203', '楼栋未填写'],
  ['1', '', '房号未填写'],
  ['2', '1203', '没有找到楼栋「2」'],
  ['1', '401', '「1」没有房号「401」'],
  ['A', '101', '楼栋「A」不止一个，请写全名'],
  ['constructor', '101', '没有找到楼栋「constructor」'],
])('%p %p is not found: %s', (building, unit, reason) => expect(ports.findUnit(building, unit)).toEqual({ ok: false, reason }));

it('a building that shares its number is found by its full name', () => {
  expect(ports.findUnit('A座', '101')).toMatchObject({ ok: true, unit: { buildingId: 'a' } });
});

it.each([
  ['2025-06-30', '2025-06-30'],
  ['2025/6/3', '2025-06-03'],
  ['2025.06.03', '2025-06-03'],
  ['2025年6月3日', '2025-06-03'],
  ['2025 年 6 月 3 日', '2025-06-03'],
  ['20250603', '2025-06-03'],
  ['2025-06-03 00:00:00', '2025-06-03'],
  ['2026-11-23', '2026-11-23'],
  ['', null],
])('the day %p is %p', (text, day) => {
  expect(read(['1', '1203', '江', '137', text])).toMatchObject({ ok: true, person: { deliveredOn: day } });
});

it.each([
  ['2026-11-24', '交付日期晚于今天，尚未交付的请留空'],
  ['1989-12-31', '交付日期「1989-12-31」太早，请检查'],
  ['2025-02-29', '交付日期「2025-02-29」无法识别，请写成 2025-06-30'],
  ['45838', '交付日期「45838」无法识别，请写成 2025-06-30'],
  ['06/30/2025', '交付日期「06/30/2025」无法识别，请写成 2025-06-30'],
])('the day %p is refused: %s', (text, reason) => {
  expect(read(['1', '1203', '江', '137', text])).toMatchObject({ ok: false, unit: { unitId: 'b1-1203' }, reasons: [reason] });
});

it('says everything that is wrong with a row at once', () => {
  expect(read(['7', '1', '', '', 'x'])).toEqual({
    ok: false,
    rowNumber: 2,
    unit: null,
    reasons: ['没有找到楼栋「7」', '姓名未填写', '手机号未填写', '交付日期「x」无法识别，请写成 2025-06-30'],
  });
});
