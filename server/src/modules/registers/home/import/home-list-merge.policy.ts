import type { HomeRole } from '@guihu/shared';

/** Somebody of a home as the register knows them. */
export interface KnownResident {
  id: string;
  role: HomeRole;
  name: string;
  phoneIndex: string;
}

/** Somebody whom the purchaser list calls an owner of the home. */
export interface ListedOwner {
  rowNumber: number;
  name: string;
  phoneIndex: string;
}

/** What the list makes of the people of one home. */
export interface HomeMerge<O extends ListedOwner> {
  /** New owners; `follows` is the entry that ends because the same person has another number now. */
  begin: { owner: O; follows: string | null }[];
  /** Owners whose name is written differently now. */
  rename: { id: string; name: string }[];
  /** Family or tenants who turn out to own the home. */
  promote: { id: string; name: string }[];
  /** Owners whom the list does not name any more, and whom nobody follows: those whom they let in go with them. */
  end: string[];
  /** What happened to each row; null for a newcomer, empty where the register said the same. */
  told: Map<number, string | null>;
}

/**
 * A purchaser list tells all owners of the homes it names. Whoever is on it stays the same person, whoever is not has sold; the same
 * name under another number has changed the number.
 * @param complete false when a row of this home was refused: then nobody is taken to have sold
 */
export function mergeOwners<O extends ListedOwner>(known: readonly KnownResident[], listed: readonly O[], complete: boolean): HomeMerge<O> {
  const byPhone = new Map(known.map((resident) => [resident.phoneIndex, resident]));
  const phones = new Set(listed.map((owner) => owner.phoneIndex));
  const gone = complete ? known.filter((resident) => resident.role === 'owner' && !phones.has(resident.phoneIndex)) : [];
  const merge: HomeMerge<O> = { begin: [], rename: [], promote: [], end: [], told: new Map() };
  const followed = new Set<string>();
  for (const owner of listed) {
    const same = byPhone.get(owner.phoneIndex);
    const before = same ? undefined : gone.find((resident) => resident.name === owner.name && !followed.has(resident.id));
    if (before) followed.add(before.id);
    if (!same) merge.begin.push({ owner, follows: before?.id ?? null });
    else if (same.role !== 'owner') merge.promote.push({ id: same.id, name: owner.name });
    else if (same.name !== owner.name) merge.rename.push({ id: same.id, name: owner.name });
    merge.told.set(owner.rowNumber, sentenceOf(owner, same, before));
  }
  merge.end = gone.filter((resident) => !followed.has(resident.id)).map((resident) => resident.id);
  return merge;
}

function sentenceOf(owner: ListedOwner, same?: KnownResident, before?: KnownResident): string | null {
  if (before) return '手机号已更换，原号码的登记已结束';
  if (!same) return null;
  if (same.role !== 'owner') return '原为家人或租户，已登记为业主';
  return same.name === owner.name ? '' : '姓名已更新';
}
