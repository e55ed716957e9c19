import { coded } from '../../../../platform/http/coded-error';
import { columnsOf, faultsOfName, printable, type TableRow } from '../../../../platform/spreadsheet';
import type { UnitPlace } from '../../project';
import { civilDay } from '../home.policy';

/** Spellings of each column, as `plainHeader` leaves them. */
const COLUMNS = {
  building: ['楼栋', '楼号', '栋号', '楼栋号', '幢号', '栋', '幢', 'building'],
  unit: ['房号', '室号', '房间号', '房屋', '房屋编号', '门牌号', '户号', 'unit', 'room'],
  name: ['姓名', '业主姓名', '业主', '购房人', '购房人姓名', '买受人', '客户姓名', '产权人', 'name', 'owner'],
  phone: ['手机号', '手机', '手机号码', '电话', '联系电话', '联系方式', '业主电话', '电话号码', 'phone', 'mobile', 'tel'],
  delivered: ['交付日期', '交房日期', '交付时间', '交房时间', '收房日期', '收房时间', '交付日', 'deliveredon', 'deliverydate', 'delivered'],
} as const satisfies Record<string, readonly string[]>;
type Field = keyof typeof COLUMNS;

const FIELD_NAMES: Record<Field, string> = { building: '楼栋', unit: '房号', name: '姓名', phone: '手机号', delivered: '交付日期' };
/** Nothing that is sold here was handed over before. */
const FIRST_DAY = '1990-01-01';

/** What one row says, as far as it can be read. */
export interface ListedPerson {
  name: string;
  /** E.164. */
  phone: string;
  /** `YYYY-MM-DD`; null while the home has not been handed over. */
  deliveredOn: string | null;
}

export type ReadRow =
  | { ok: true; rowNumber: number; unit: UnitPlace; person: ListedPerson }
  /** The unit is known where its cells could be read: what else is said of it is then not the whole truth. */
  | { ok: false; rowNumber: number; unit: UnitPlace | null; reasons: string[] };

/** What reading asks of the house. */
export interface ListPorts {
  readPhone(text: string): { ok: true; e164: string } | { ok: false; reason: string };
  findUnit(building: string, unit: string): { ok: true; unit: UnitPlace } | { ok: false; reason: string };
  /** `YYYY-MM-DD` in Beijing. */
  today: string;
}

/**
 * How to read a purchaser list, told by its header.
 * @throws CodedError `import.columns-missing` naming the columns that are not there
 */
export function listReader(header: readonly string[]): (row: TableRow, ports: ListPorts) => ReadRow {
  const columns = columnsOf<Field>(header, COLUMNS);
  const missing = (Object.keys(COLUMNS) as Field[]).filter((field) => columns[field] === undefined).map((field) => FIELD_NAMES[field]);
  if (missing.length > 0) throw coded('import.columns-missing', `缺少：${missing.join('、')}。请在第一行补上这些列名后再上传`);
  return ({ rowNumber, cells }, ports) => {
    const cell = (field: Field): string => (cells[columns[field] as string] ?? '').normalize('NFC').trim();
    const name = cell('name');
    const unit = ports.findUnit(cell('building'), cell('unit'));
    const phone = ports.readPhone(cell('phone'));
    const delivered = readDay(cell('delivered'), ports.today);
    const reasons = [
      ...(unit.ok ? [] : [unit.reason]),
      ...faultsOfName(name),
      ...(phone.ok ? [] : [phone.reason]),
      ...(delivered.ok ? [] : [delivered.reason]),
    ];
    if (reasons.length > 0 || !unit.ok || !phone.ok || !delivered.ok) {
      return { ok: false, rowNumber, unit: unit.ok ? unit.unit : null, reasons };
    }
    return { ok: true, rowNumber, unit: unit.unit, person: { name, phone: phone.e164, deliveredOn: delivered.day } };
  };
}

type Day = { ok: true; day: string | null } | { ok: false; reason: string };

/** A day however it was written (`2025/6/3`, `2025年6月3日`, `20250603`, with midnight behind it); an empty cell is not handed over yet. */
function readDay(text: string, today: string): Day {
  if (text === '') return { ok: true, day: null };
  const plain = text.normalize('NFKC').replace(/[\sT]+00:00(:00(\.0+)?)?Z?$/, '');
  const parts = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  const day = parts && civilDay(`${parts[1]}-${parts[2]?.padStart(2, '0')}-${parts[3]?.padStart(2, '0')}`);
  if (!day) return { ok: false, reason: `交付日期「${printable(text).slice(0, 20)}」无法识别，请写成 2025-06-30` };
  if (day < FIRST_DAY) return { ok: false, reason: `交付日期「${day}」太早，请检查` };
  return day > today ? { ok: false, reason: '交付日期晚于今天，尚未交付的请留空' } : { ok: true, day };
}

/** Finds units of one project by what a list calls them: `3栋`, `3号楼`, `3#` and `3 幢` are one building, `1203室` is 1203. */
export function unitFinder(units: readonly UnitPlace[]): ListPorts['findUnit'] {
  const buildings = new Map<string, Set<string>>();
  const places = new Map<string, UnitPlace>();
  for (const unit of units) {
    for (const word of [squeezed(unit.buildingName), buildingWord(unit.buildingName)]) {
      buildings.set(word, (buildings.get(word) ?? new Set()).add(unit.buildingId));
    }
    places.set(`${unit.buildingId} ${unitWord(unit.unitLabel)}`, unit);
  }
  return (building, unit) => {
    if (!building) return { ok: false, reason: '楼栋未填写' };
    if (!unit) return { ok: false, reason: '房号未填写' };
    const [id, ...others] = buildings.get(squeezed(building)) ?? buildings.get(buildingWord(building)) ?? [];
    if (id === undefined) return { ok: false, reason: `没有找到楼栋「${short(building)}」` };
    if (others.length > 0) return { ok: false, reason: `楼栋「${short(building)}」不止一个，请写全名` };
    const found = places.get(`${id} ${unitWord(unit)}`);
    return found ? { ok: true, unit: found } : { ok: false, reason: `「${short(building)}」没有房号「${short(unit)}」` };
  };
}

const squeezed = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
const buildingWord = (text: string): string =>
  squeezed(text)
    .replace(/^第/, '')
    .replace(/(号楼|号栋|栋|幢|座|楼|号|#)$/, '');
const unitWord = (text: string): string => squeezed(text).replace(/(室|号|户)$/, '');
const short = (text: string): string => printable(text).slice(0, 20);
