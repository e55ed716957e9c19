import type { HomeRole } from '@guihu/shared';
import fc from 'fast-check';
import { type KnownResident, type ListedOwner, mergeOwners } from './home-list-merge.policy';

const known = (id: string, role: HomeRole, name: string, phoneIndex: string): KnownResident => ({ id, role, name, phoneIndex });
const listed = (rowNumber: number, name: string, phoneIndex: string): ListedOwner => ({ rowNumber, name, phoneIndex });

describe('a purchaser list meets the people of a home', () => {
  it('a first list begins everybody on it', () => {
    const merge = mergeOwners([], [listed(2, '江', 'a'), listed(3, '林', 'b')], true);
    expect(merge.begin.map(({ owner, follows }) => [owner.rowNumber, follows])).toEqual([
      [2, null],
      [3, null],
    ]);
    expect([merge.rename, merge.promote, merge.end]).toEqual([[], [], []]);
  });

  it('two of one name who both changed their numbers follow one entry each', () => {
    const before = [known('1', 'owner', '江', 'a'), known('2', 'owner', '江', 'b')];
    const merge = mergeOwners(before, [listed(2, '江', 'c'), listed(3, '江', 'd'), listed(4, '江', 'e')], true);
    expect(merge.begin.map(({ follows }) => follows)).toEqual(['1', '2', null]);
    expect(merge.end).toEqual([]);
  });

  it('nobody follows an owner who is still on the list under the old number', () => {
    const merge = mergeOwners([known('1', 'owner', '江', 'a')], [listed(2, '江', 'a'), listed(3, '江', 'b')], true);
    expect(merge.begin.map(({ follows }) => follows)).toEqual([null]);
  });

  it('family and tenants are no matter of the list, unless it names them', () => {
    const before = [known('1', 'family', '江', 'a'), known('2', 'tenant', '林', 'b')];
    const merge = mergeOwners(before, [listed(2, '林间雪', 'b')], true);
    expect([merge.begin, merge.promote, merge.end]).toEqual([[], [{ id: '2', name: '林间雪' }], []]);
  });

  const letter = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  const name = fc.constantFrom('江', '林', '云');
  const people = fc
    .uniqueArray(fc.record({ role: fc.constantFrom<HomeRole>('owner', 'family', 'tenant'), name, phoneIndex: letter }), {
      selector: (p) => p.phoneIndex,
    })
    .map((all) => all.map((p, i) => ({ ...p, id: String(i) })));
  const list = fc
    .uniqueArray(fc.record({ name, phoneIndex: letter }), { selector: (p) => p.phoneIndex, minLength: 1 })
    .map((all) => all.map((p, i) => ({ ...p, rowNumber: i + 2 })));

  it('leaves exactly the listed as owners, once each, and the same list again changes nothing', () => {
    fc.assert(
      fc.property(people, list, (before, owners) => {
        const merge = mergeOwners(before, owners, true);
        const ended = new Set([...merge.end, ...merge.begin.flatMap(({ follows }) => follows ?? [])]);
        const after = [
          ...before
            .filter((p) => !ended.has(p.id))
            .map((p) => {
              const promoted = merge.promote.find(({ id }) => id === p.id);
              const renamed = merge.rename.find(({ id }) => id === p.id);
              return { ...p, role: promoted ? ('owner' as const) : p.role, name: promoted?.name ?? renamed?.name ?? p.name };
            }),
          ...merge.begin.map(({ owner }) => known(`new ${owner.rowNumber}`, 'owner', owner.name, owner.phoneIndex)),
        ];
        const ownersAfter = after.filter((p) => p.role === 'owner').map((p) => `${p.phoneIndex} ${p.name}`);
        expect(ownersAfter.sort()).toEqual(owners.map((p) => `${p.phoneIndex} ${p.name}`).sort());
        const again = mergeOwners(after, owners, true);
        expect([again.begin, again.rename, again.promote, again.end]).toEqual([[], [], [], []]);
        expect([...again.told.values()]).toEqual(owners.map(() => ''));
      }),
    );
  });

  it('ends nobody while a row of the home is in doubt', () => {
    fc.assert(
      fc.property(people, list, (before, owners) => {
        const merge = mergeOwners(before, owners, false);
        expect([merge.end, merge.begin.filter(({ follows }) => follows !== null)]).toEqual([[], []]);
      }),
    );
  });
});
