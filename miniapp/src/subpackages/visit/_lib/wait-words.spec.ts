import { waitFor } from '@/components/slot-picker/visit.fixture';
import { openWaits, placeWords } from './wait-words';

it('puts an offered seat before everything else, and leaves out what is over', () => {
  const waits = [
    waitFor('2026-12-06 10:00'),
    waitFor('2026-12-05 10:00'),
    waitFor('2026-12-04 10:00', { status: 'lapsed' }),
    waitFor('2026-12-08 10:00', { status: 'offered', ahead: 0 }),
  ];
  expect(openWaits(waits).map(({ slotId }) => slotId)).toEqual(['2026-12-08 10:00', '2026-12-05 10:00', '2026-12-06 10:00']);
});

it('says where one stands', () => {
  expect(placeWords({ status: 'waiting', ahead: 2 })).toBe('前面还有 2 位，有空位会按顺序通知您');
  expect(placeWords({ status: 'waiting', ahead: 0 })).toContain('第一位');
  expect(placeWords({ status: 'offered', ahead: 0 })).toContain('为您留着');
});
