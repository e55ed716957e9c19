import { labelOf, type WarrantyPart, WORK_ORDER_KINDS, WORK_SKILLS, type WorkOrderCategory, type WorkOrderKind } from '@guihu/shared';

/** A category as its table has it. */
export interface CategoryFacts {
  id: string;
  parentId: string | null;
  name: string;
  kind: WorkOrderKind;
  picture: string;
  part: WarrantyPart | null;
  skill: string | null;
  seriousness: number;
  position: number;
  active: boolean;
}

/** A category that knows what stands above it. */
export interface KnownCategory {
  id: string;
  name: string;
  kind: WorkOrderKind;
  picture: string;
  /** Own, else the nearest above; null when none has one. */
  part: WarrantyPart | null;
  /** A word of `WORK_SKILLS`; own, else the nearest above. */
  skill: string | null;
  seriousness: 1 | 2 | 3;
  /** Ids from the root down to the category itself. */
  path: readonly string[];
  /** False once it, or anything above it, can no longer be reported. */
  active: boolean;
}

/** Every category by id. A parent that does not exist, or a ring, ends the way up: the category stands as a root. */
export function knownCategories(rows: readonly CategoryFacts[]): Map<string, KnownCategory> {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return new Map(
    rows.map((row) => {
      const line = lineOf(row, byId);
      const seriousness = Math.min(3, Math.max(1, row.seriousness)) as KnownCategory['seriousness'];
      return [
        row.id,
        {
          id: row.id,
          name: row.name,
          kind: row.kind,
          picture: row.picture,
          part: line.find((each) => each.part !== null)?.part ?? null,
          skill: line.find((each) => each.skill !== null)?.skill ?? null,
          seriousness,
          path: line.map((each) => each.id).reverse(),
          active: line.every((each) => each.active),
        },
      ];
    }),
  );
}

/** What can be reported now, as a tree: repairs first, then in the order that the developer gave it. */
export function treeOf(rows: readonly CategoryFacts[], known: ReadonlyMap<string, KnownCategory>): WorkOrderCategory[] {
  const place = (row: CategoryFacts) => WORK_ORDER_KINDS.indexOf(row.kind);
  const byPosition = [...rows].sort((a, b) => place(a) - place(b) || a.position - b.position || (a.id < b.id ? -1 : 1));
  const below = (parent: KnownCategory | null): WorkOrderCategory[] =>
    byPosition.flatMap(({ id }) => {
      const each = known.get(id);
      if (!each?.active || (each.path.at(-2) ?? null) !== (parent?.id ?? null)) return [];
      const { name, kind, picture, part, skill } = each;
      return [{ id, name, kind, picture, part, skill: skill && labelOf(WORK_SKILLS, skill), children: below(each) }];
    });
  return below(null);
}

/** The category and everything above it, nearest first. */
function lineOf(row: CategoryFacts, byId: ReadonlyMap<string, CategoryFacts>): CategoryFacts[] {
  const line: CategoryFacts[] = [];
  for (let each: CategoryFacts | undefined = row; each && !line.includes(each); each = byId.get(each.parentId ?? '')) line.push(each);
  return line;
}
