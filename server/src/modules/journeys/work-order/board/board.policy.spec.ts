import fc from 'fast-check';
import { type BoardOrder, clockCounts, countsOf, loadOf } from './board.policy';

const orders: fc.Arbitrary<BoardOrder[]> = fc.array(
  fc.record({
    status: fc.constantFrom('received', 'dispatched', 'accepted', 'working', 'paused'),
    buildingId: fc.constantFrom('one', 'two'),
    assigneeId: fc.constantFrom('ma', null),
    clocks: fc.array(
      fc.record({ key: fc.constantFrom('accept', 'resolve'), state: fc.constantFrom('late', 'soon', 'fine') }).map(({ key, state }) => ({
        key,
        late: state === 'late',
        soon: state === 'soon',
      })),
      { maxLength: 2 },
    ),
  }) as fc.Arbitrary<BoardOrder>,
  { maxLength: 12 },
);

describe('the wall board', () => {
  it('counts each order once by state, and both of its clocks', () => {
    const late: BoardOrder = {
      status: 'accepted',
      buildingId: 'one',
      assigneeId: 'ma',
      clocks: [
        { key: 'arrive', late: true, soon: false },
        { key: 'resolve', late: false, soon: true },
      ],
    };
    expect(countsOf([late], 4).filter((each) => each.count > 0)).toEqual([
      { status: 'accepted', label: '已接单', count: 1 },
      { status: 'resolved', label: '待评价', count: 4 },
    ]);
    expect(clockCounts([late]).filter((each) => each.late + each.soon > 0)).toEqual([
      { clock: 'arrive', name: '上门', late: 1, soon: 0 },
      { clock: 'resolve', name: '办结', late: 0, soon: 1 },
    ]);
    expect(loadOf([late])).toEqual({ open: 1, late: 1, soon: 0 });
  });

  it('loses nobody: states, buildings and hands add up to what is open, and nothing is late and soon at once', () => {
    fc.assert(
      fc.property(orders, (all) => {
        expect(countsOf(all, 0).reduce((sum, each) => sum + each.count, 0)).toBe(all.length);
        const [one, two] = ['one', 'two'].map((id) => loadOf(all.filter((order) => order.buildingId === id)));
        const whole = loadOf(all);
        for (const key of ['open', 'late', 'soon'] as const) expect(one![key] + two![key]).toBe(whole[key]);
        expect(whole.late + whole.soon).toBeLessThanOrEqual(whole.open);
      }),
    );
  });
});
