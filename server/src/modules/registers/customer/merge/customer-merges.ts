import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { execute, marks, select } from '../../../../platform/database/database';

/** Two customers who are one person, while they are brought together. */
export interface CustomerMerge {
  readonly from: string;
  /** Who stays. */
  readonly into: string;
  /** The colleague who says that they are one. */
  readonly byId: string;
  /** Epoch ms. */
  readonly at: number;
  /** One sentence for each thing that would have stood twice. */
  say(sentence: string): void;
  /** A row of `table` went into another one, because its person did: columns that follow it are pointed there. */
  join(table: string, from: string, into: string): void;
  /** Rows of `table` that were joined so far. */
  joined(table: string): readonly Joined[];
}

export interface Joined {
  from: string;
  into: string;
}

/** What is said of a column that says whose a row is. */
interface MergedColumn {
  /** `{n} 条线索`: how its rows are counted for whoever decides; none for what nobody counts. */
  counted?: string;
  /** Its table says by `project_id` whose project it is. */
  ofProject?: true;
}

/** What one feature brings to a merge: the engine points its columns to the survivor, and it settles what would collide. */
export interface MergePart {
  readonly name: string;
  /** Every `table.column` of the feature that names a customer. `server/test/database` compares them with the schema. */
  readonly columns: Readonly<Record<string, MergedColumn>>;
  /** Columns that go with a row of another table when that one is joined. */
  readonly follows?: Readonly<Record<string, readonly string[]>>;
  /** Before anything is pointed to the survivor. */
  settle?(tx: EntityManager, merge: CustomerMerge): Promise<void>;
  /** When everything is the survivor's. */
  finish?(tx: EntityManager, merge: CustomerMerge): Promise<void>;
}

const split = (column: string): [string, string] => column.split('.') as [string, string];

/** The features that hold something of a customer; each adds itself, so that the register need not know them. */
@Injectable()
export class CustomerMerges {
  readonly parts: MergePart[] = [];

  /** Called once by each part, at boot. */
  add(part: MergePart): void {
    this.parts.push(part);
  }

  /** Gives everything to the survivor. Whoever calls this holds both customers. */
  async carryOut(tx: EntityManager, merge: CustomerMerge): Promise<void> {
    for (const part of this.parts) await part.settle?.(tx, merge);
    for (const part of this.parts) {
      for (const column of Object.keys(part.columns)) await repoint(tx, column, merge);
      for (const [table, columns] of Object.entries(part.follows ?? {}))
        for (const joined of merge.joined(table)) for (const column of columns) await repoint(tx, column, joined);
    }
    for (const part of this.parts) await part.finish?.(tx, merge);
  }

  /** What a customer has, in words: `2 条线索`. */
  async countsOf(tx: EntityManager, customerId: string): Promise<string[]> {
    const words: string[] = [];
    for (const [column, { counted }] of this.columns()) {
      if (!counted) continue;
      const [table, name] = split(column);
      const [row] = await select<{ many: number | string }>(tx, `SELECT COUNT(*) AS many FROM ${table} WHERE ${name} = ?`, [customerId]);
      if (Number(row?.many ?? 0) > 0) words.push(counted.replace('{n}', String(row?.many)));
    }
    return words;
  }

  /** The projects in which any of these customers has something. */
  async projectsOf(tx: EntityManager, customerIds: readonly string[]): Promise<Set<string>> {
    const projects = new Set<string>();
    for (const [column, { ofProject }] of this.columns()) {
      if (!ofProject) continue;
      const [table, name] = split(column);
      const rows = await select<{ project_id: string }>(
        tx,
        `SELECT DISTINCT project_id FROM ${table} WHERE ${name} IN ${marks(customerIds.length)}`,
        customerIds,
      );
      for (const row of rows) projects.add(row.project_id);
    }
    return projects;
  }

  private columns(): [string, MergedColumn][] {
    return this.parts.flatMap((part) => Object.entries(part.columns));
  }
}

async function repoint(tx: EntityManager, column: string, { from, into }: Joined): Promise<void> {
  const [table, name] = split(column);
  await execute(tx, `UPDATE ${table} SET ${name} = ? WHERE ${name} = ?`, [into, from]);
}
