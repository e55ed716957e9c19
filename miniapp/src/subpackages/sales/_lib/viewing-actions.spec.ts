import { layOutVisit } from './viewing-actions';

const keys = ({ bar, more }: ReturnType<typeof layOutVisit>) => [bar.map(({ key }) => key), more.map(({ key }) => key)];

it('has checking in at the thumb before the visit, and the form for the feedback after it', () => {
  expect(keys(layOutVisit('booked', ['checkIn', 'rehost', 'cancel', 'miss'], true))).toEqual([
    ['call', 'checkIn'],
    ['scan', 'rehost', 'miss', 'cancel'],
  ]);
  expect(keys(layOutVisit('checked-in', ['complete'], true))).toEqual([['call', 'complete'], []]);
});

it('has another time for a caller behind the first verbs', () => {
  const { more } = layOutVisit('booked', ['checkIn', 'reschedule', 'cancel'], true);
  expect(more.map(({ key }) => key)).toEqual(['scan', 'reschedule', 'cancel']);
});

it('offers nothing that the server does not allow', () => {
  expect(keys(layOutVisit('booked', [], false))).toEqual([[], []]);
  expect(keys(layOutVisit('completed', [], true))).toEqual([['call'], []]);
});

it('welcomes whoever comes after the grace time', () => {
  expect(layOutVisit('no-show', ['checkIn'], false).bar.at(-1)).toEqual({ key: 'checkIn', text: '客户来了，签到' });
});
