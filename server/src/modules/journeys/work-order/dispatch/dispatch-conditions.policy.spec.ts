import type { DispatchConditions } from '@guihu/shared';
import { leak } from '../../../../../test/factories/dispatch.factory';
import { checkDispatchConditions } from './dispatch-conditions.policy';
import type { DispatchFacts } from './dispatch-facts';

const at = (clock: string) => Date.parse(`2026-11-23T${clock}:00+08:00`);
const check = (when: DispatchConditions, order: Partial<DispatchFacts['order']> = {}, clock = '10:00') =>
  checkDispatchConditions(when, { order: { ...leak, ...order }, at: at(clock) });
const fits = (...args: Parameters<typeof check>) => check(...args).every((c) => c.holds);

describe('a rule for some orders', () => {
  it.each<[string, DispatchConditions, boolean]>([
    ['the building of the order', { buildingIds: ['b1', 'b3'] }, true],
    ['another building', { buildingIds: ['b1'] }, false],
    ['the category that was chosen', { categoryIds: ['leak'] }, true],
    ['a category above it', { categoryIds: ['water'] }, true],
    ['the root of the tree', { categoryIds: ['indoor'] }, true],
    ['a category beside it', { categoryIds: ['drain'] }, false],
    ['one of several categories', { categoryIds: ['drain', 'indoor'] }, true],
    ['the kind', { kinds: ['repair'] }, true],
    ['another kind', { kinds: ['complaint', 'suggestion'] }, false],
    ['urgent orders', { urgent: true }, false],
    ['orders that are not urgent', { urgent: false }, true],
    ['a time of day that is now', { timeFrom: '10:00', timeTo: '10:01' }, true],
    ['a time of day that has just ended', { timeFrom: '09:00', timeTo: '10:00' }, false],
    ['a night that crosses midnight', { timeFrom: '21:00', timeTo: '08:30' }, false],
    ['lists that name nothing', { buildingIds: [], categoryIds: [], kinds: [] }, true],
    ['everything together', { buildingIds: ['b3'], categoryIds: ['water'], kinds: ['repair'], urgent: false, timeFrom: '08:00' }, true],
    ['everything together but one', { buildingIds: ['b3'], categoryIds: ['water'], kinds: ['repair'], urgent: true }, false],
  ])('that names %s', (_what, when, holds) => expect(fits(when)).toBe(holds));

  it('by a category does not fit an order of the category above it', () => {
    expect(fits({ categoryIds: ['leak'] }, { categoryPath: ['indoor', 'water'] })).toBe(false);
  });

  it('by urgency fits urgent orders', () => {
    expect(fits({ urgent: true }, { urgent: true })).toBe(true);
    expect(fits({ urgent: false }, { urgent: true })).toBe(false);
  });

  it('by building does not fit an order without one, and says so', () => {
    const [building] = check({ buildingIds: ['b3'] }, { buildingId: null, buildingName: '' });
    expect(building).toEqual({ holds: false, said: '未登记楼栋，' });
  });
});

it('conditions are said in the order people read them', () => {
  const when: DispatchConditions = { timeFrom: '08:00', urgent: true, kinds: ['repair'], categoryIds: ['leak'], buildingIds: ['b3'] };
  expect(check(when, { urgent: true }).map((c) => c.said)).toEqual([
    '楼栋「3 栋」',
    '问题类型「渗水漏水」',
    '类型「报修」',
    '紧急程度「紧急」',
    '派单时间 10:00',
  ]);
});
