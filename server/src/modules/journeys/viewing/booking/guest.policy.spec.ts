import { VIEWING_KINDS } from '@guihu/shared';
import { comesAsGuest, isShownTo } from './guest.policy';

const OWNER = { ownsHere: true, byOwnNumber: true };

describe('an owner and what can be booked', () => {
  it('is shown what is for owners, which others are not', () => {
    const shown = (ownsHere: boolean) => (['everybody', 'owners'] as const).map((audience) => isShownTo({ audience }, { ownsHere }));
    expect([shown(true), shown(false)]).toEqual([
      [true, true],
      [true, false],
    ]);
  });

  it('comes as a guest to everything but a viewing, and only in person', () => {
    expect(VIEWING_KINDS.filter((kind) => comesAsGuest({ kind }, OWNER))).toEqual(['site-open-day', 'pre-inspection', 'event']);
    expect(comesAsGuest({ kind: 'event' }, { ...OWNER, byOwnNumber: false })).toBe(false);
    expect(comesAsGuest({ kind: 'event' }, { ...OWNER, ownsHere: false })).toBe(false);
  });
});
