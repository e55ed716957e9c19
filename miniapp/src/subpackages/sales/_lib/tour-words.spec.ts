import type { TourStopView } from '@guihu/shared';
import { afterTick, shownIn } from './tour-words';

const stops: TourStopView[] = [
  { stop: 'showroom', label: '样板间', at: null },
  { stop: 'sandbox', label: '沙盘讲解', at: '2026-11-28T04:00:00.000Z' },
  { stop: 'needs', label: '需求沟通', at: null },
];

it('ticks and unticks in the order in which it is walked', () => {
  expect(afterTick(stops, ['needs'], 'showroom')).toEqual(['showroom', 'needs']);
  expect(afterTick(stops, ['showroom', 'needs'], 'showroom')).toEqual(['needs']);
});

it('knows what was shown already', () => expect(shownIn(stops)).toEqual(['sandbox']));
