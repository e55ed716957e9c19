import type { LeadIntent } from '@guihu/shared';
import { coded } from '../../../../platform/http/coded-error';
import { columnsOf, faultsOfName, isPrintable, printable, type TableRow } from '../../../../platform/spreadsheet';
import { COLUMNS, FIELD_NAMES, type Field } from './lead-import-columns';
import type { MappedRow, MappingPorts } from './lead-import-draft';
import { isScoringExport, mapScoringRow } from './lead-import-scoring-profile';
import { readArea, readBudget, readGender, readLevel, readProductType, readPurpose } from './lead-import-values';

export type { LeadDraft, MappedRow, MappingPorts } from './lead-import-draft';

export interface TableMapping {
  profile: 'standard' | 'x-education';
  map(row: Pick<TableRow, 'cells'>, ports: MappingPorts): MappedRow;
}

const LONGEST_WORD = 20;
const LONGEST_NOTE = 500;
const LONGEST_TOUCH_NOTE = 200;
const MANDATORY: readonly Field[] = ['name', 'phone', 'channel'];

/**
 * How to read a table, told by its header alone.
 * @throws CodedError `import.columns-missing` naming the columns that are not there
 */
export function mappingOf(header: readonly string[]): TableMapping {
  if (isScoringExport(header)) return { profile: 'x-education', map: (row, ports) => mapScoringRow(row.cells, ports) };
  const columns = columnsOf<Field>(header, COLUMNS);
  const missing = MANDATORY.filter((field) => columns[field] === undefined).map((field) => FIELD_NAMES[field]);
  if (missing.length > 0) throw coded('import.columns-missing', `缺少：${missing.join('、')}。请在第一行补上这些列名后再上传`);
  return { profile: 'standard', map: (row, ports) => mapStandardRow(row.cells, columns, ports) };
}

function mapStandardRow(cells: Readonly<Record<string, string>>, columns: Partial<Record<Field, string>>, ports: MappingPorts): MappedRow {
  const cell = (field: Field): string => (columns[field] === undefined ? '' : (cells[columns[field]] ?? '').normalize('NFC').trim());
  const reasons: string[] = [];
  const name = cell('name');
  reasons.push(...faultsOfName(name));
  const phone = ports.readPhone(cell('phone'));
  if (!phone.ok) reasons.push(phone.reason);
  const channel = cell('channel') ? ports.findChannel(cell('channel')) : null;
  if (!cell('channel')) reasons.push('来源渠道未填写');
  else if (!channel) reasons.push(unknownChannel(cell('channel')));
  const { intent, unread } = intentOf(cell, columns.budget ?? '');
  const level = readLevel(cell('level'));
  if (cell('level') && !level) unread.push(`等级「${cell('level')}」存疑`);
  const note = [printable(cell('note')), ...unread].filter(Boolean).join('；');
  if (note.length > LONGEST_NOTE) reasons.push(`备注超过 ${LONGEST_NOTE} 个字`);
  if (reasons.length > 0 || !phone.ok || !channel) return { ok: false, reasons };
  const own = cell('channel') === channel.name || cell('channel') === channel.code;
  return {
    ok: true,
    draft: {
      name,
      phone: phone.e164,
      channelCode: channel.code,
      gender: readGender(cell('gender')),
      intent: note ? { ...intent, note } : intent,
      level,
      note: own ? null : `表中来源：${cell('channel')}`.slice(0, LONGEST_TOUCH_NOTE),
    },
  };
}

const unknownChannel = (word: string): string => `来源「${printable(word).slice(0, 40)}」不在登记的渠道里`;

/** What optional cells say. One that cannot be read is kept in words for a colleague to clear up (A10), never dropped. */
function intentOf(cell: (field: Field) => string, budgetHeader: string): { intent: LeadIntent; unread: string[] } {
  const intent: LeadIntent = {};
  const unread: string[] = [];
  const doubtful = (field: Field) => unread.push(`${FIELD_NAMES[field]}「${printable(cell(field))}」存疑`);
  const area = readArea(cell('area'));
  if (area) Object.assign(intent, ends('area', area));
  else if (cell('area')) doubtful('area');
  const budget = readBudget(cell('budget'), /元/.test(budgetHeader) && !/万/.test(budgetHeader));
  if (budget) Object.assign(intent, ends('budget', budget));
  else if (cell('budget')) doubtful('budget');
  for (const [field, read] of [
    ['productType', readProductType],
    ['purpose', readPurpose],
  ] as const) {
    const word = read(cell(field));
    if (word.length > LONGEST_WORD || !isPrintable(word)) doubtful(field);
    else if (word) intent[field] = word;
  }
  return { intent, unread };
}

const ends = (name: 'area' | 'budget', range: { min?: number; max?: number }): LeadIntent => ({
  ...(range.min === undefined ? {} : { [`${name}Min`]: range.min }),
  ...(range.max === undefined ? {} : { [`${name}Max`]: range.max }),
});
