import type { StaffWorkOrderDetail } from '@guihu/shared';
import { type KeptOrder, keptOf, withKept } from './kept-orders';

const order = (id: string) =>
  ({
    id,
    description: '龙头漏水',
    reporter: { name: '陈一诺', phoneMasked: '138****1111', role: '业主' },
    photos: [{ id: 'p1', url: '/f/p1?sig=1' }],
  }) as StaffWorkOrderDetail;

it('keeps what the work needs, and neither name nor number nor the address of a photo', () => {
  const [kept] = withKept([], order('o1'), 5);
  expect(kept).toMatchObject({ since: 5, data: { id: 'o1', description: '龙头漏水', photos: [] } });
  expect(JSON.stringify(kept)).not.toMatch(/陈一诺|138|sig=/);
});

it('keeps the newest of an order, and only as many orders as somebody has in hand', () => {
  let kept: KeptOrder[] = [];
  for (let n = 0; n < 30; n += 1) kept = withKept(kept, order(`o${n % 25}`), n);
  expect(kept).toHaveLength(20);
  expect(keptOf(kept, 'o4')?.since).toBe(29);
  expect(keptOf(kept, 'o5')).toBeNull();
});
