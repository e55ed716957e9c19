import { parcelStepsOf } from './parcel-steps';

const NOW = Date.parse('2026-11-23T03:00:00Z');
const AT = '2026-11-23T02:42:00Z';

it('says a time once: in the words when they hold it, else beside them', () => {
  const steps = parcelStepsOf(
    [
      { title: '已收到登记', text: '今天 10:42，回执 GH1', at: AT, state: 'done' },
      { title: '置业顾问已接单', text: '10:42', at: AT, state: 'done' },
      { title: '与您联系', text: '林晓来电', at: AT, state: 'now' },
    ],
    NOW,
  );
  expect(steps).toEqual([
    { title: '已收到登记', text: '今天 10:42，回执 GH1', time: undefined, state: 'done' },
    { title: '置业顾问已接单', time: '今天 10:42', state: 'done' },
    { title: '与您联系', text: '林晓来电', time: '今天 10:42', state: 'now' },
  ]);
});

it('keeps a step to come without a time', () => {
  expect(parcelStepsOf([{ title: '与您联系', text: '', at: null, state: 'next' }], NOW)).toEqual([
    { title: '与您联系', text: '', state: 'next' },
  ]);
});
