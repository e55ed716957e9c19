import type { Page, StaffLeadSummary } from '@guihu/shared';
import fc from 'fast-check';
import { pageOwnedBy } from './owned-pages';

const lead = (id: string, owner: string | null) => ({ id, owner: owner && { id: owner, name: owner } }) as StaffLeadSummary;

/** Plays a server that hands out `size` at a time. */
const served =
  (all: StaffLeadSummary[], size: number) =>
  async (cursor: string | null): Promise<Page<StaffLeadSummary>> => {
    const from = Number(cursor ?? 0);
    const items = all.slice(from, from + size);
    return { items, nextCursor: from + size < all.length ? String(from + size) : null };
  };

it('finds every lead of one colleague and no other, in order, however the pages fall', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('a', 'b', null), { maxLength: 120 }),
      fc.integer({ min: 1, max: 20 }),
      async (owners, size) => {
        const all = owners.map((owner, at) => lead(String(at), owner));
        const found: StaffLeadSummary[] = [];
        let cursor: string | null = null;
        do {
          const page: Page<StaffLeadSummary> = await pageOwnedBy('a', served(all, size), cursor);
          found.push(...page.items);
          cursor = page.nextCursor;
        } while (cursor !== null);
        expect(found).toEqual(all.filter((one) => one.owner?.id === 'a'));
      },
    ),
  );
});

it('does not ask for ever: comes back short with a place to go on from', async () => {
  let asked = 0;
  const endless = async () => {
    asked++;
    return { items: [lead('x', 'b')], nextCursor: String(asked) };
  };
  const page = await pageOwnedBy('a', endless, null);
  expect(page).toEqual({ items: [], nextCursor: String(asked) });
  expect(asked).toBeLessThanOrEqual(10);
});
