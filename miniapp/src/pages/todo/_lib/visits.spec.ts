import type { StaffViewing } from '@guihu/shared';
import { nextVisits } from './visits';

const NOW = Date.parse('2026-11-29T02:00:00Z');
const visit = (id: string, status: StaffViewing['status'], inMinutes: number) =>
  ({
    id,
    status,
    startsAt: new Date(NOW + inMinutes * 60_000).toISOString(),
    endsAt: new Date(NOW + (inMinutes + 60) * 60_000).toISOString(),
    urgency: { text: '', late: false },
  }) as StaffViewing;

it('shows of today what still asks for something, the late first and then the next', () => {
  const today = [
    visit('done', 'completed', -120),
    visit('afternoon', 'booked', 240),
    visit('next', 'booked', 15),
    visit('late', 'booked', -12),
    visit('gone', 'cancelled', 60),
    visit('missed', 'no-show', -180),
  ];
  expect(nextVisits(today, NOW).map(({ id }) => id)).toEqual(['late', 'next', 'afternoon']);
});
