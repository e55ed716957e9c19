import { inspectTable, readTable } from '../../../../platform/spreadsheet';
import type { UnitPlace } from '../../project';
import { type ListPorts, listReader, type ReadRow } from './home-list-mapping';
import type { ListedOwner } from './home-list-merge.policy';

/** More co-owners than a deed has room for are a mistake of the list. */
const MOST_OWNERS = 10;

export interface RefusedRow {
  rowNumber: number;
  reason: string;
}

export interface Owner extends ListedOwner {
  phone: string;
  deliveredOn: string | null;
}

/** All that a list says of one home. */
export interface ListedHome {
  /** Null for rows whose home could not be told. */
  unit: UnitPlace | null;
  owners: Owner[];
  refused: RefusedRow[];
}

/**
 * Reads a whole purchaser list, home by home, so that a fault in its last row is known before its first one is taken.
 * @throws TableFileError, CodedError `import.columns-missing`
 */
export async function readHomeList(
  path: string,
  ports: ListPorts,
  indexOf: (phone: string) => string,
): Promise<{ homes: ListedHome[]; rows: number }> {
  const { header, rows } = await inspectTable(path);
  const read = listReader(header);
  const homes = new Map<string, ListedHome>();
  for await (const row of readTable(path)) {
    const said = read(row, ports);
    const key = said.unit?.unitId ?? `row ${said.rowNumber}`;
    const home = homes.get(key) ?? { unit: said.unit, owners: [], refused: [] };
    homes.set(key, home);
    add(home, said, indexOf);
  }
  return { homes: [...homes.values()], rows };
}

function add(home: ListedHome, said: ReadRow, indexOf: (phone: string) => string): void {
  const { rowNumber } = said;
  const refuse = (reason: string) => home.refused.push({ rowNumber, reason });
  if (!said.ok) {
    refuse(said.reasons.join('；'));
    return;
  }
  const { name, phone, deliveredOn } = said.person;
  const phoneIndex = indexOf(phone);
  const twin = home.owners.find((owner) => owner.phoneIndex === phoneIndex);
  if (twin) refuse(`与第 ${twin.rowNumber} 行重复：同一套房屋、同一个手机号`);
  else if (home.owners.length >= MOST_OWNERS) refuse(`一套房屋最多登记 ${MOST_OWNERS} 位业主`);
  else home.owners.push({ rowNumber, name, phone, phoneIndex, deliveredOn });
}

/** Homes so many rows at a time; a home is never cut in two. */
export function* homesAtOnce(homes: readonly ListedHome[], rows: number): Generator<ListedHome[]> {
  let lot: ListedHome[] = [];
  let size = 0;
  for (const home of homes) {
    const own = home.owners.length + home.refused.length;
    if (size > 0 && size + own > rows) {
      yield lot;
      [lot, size] = [[], 0];
    }
    lot.push(home);
    size += own;
  }
  if (lot.length > 0) yield lot;
}
