import { sayReceived } from './walk-in-words';

const host = { id: 'lin', name: '林晓', title: '置业顾问', phone: null, intro: null } as never;

it('says who receives the visitor now', () => {
  expect(sayReceived({ host }, 'lin').title).toBe('已签到，由你接待');
  // A colleague of the same name is somebody else.
  expect(sayReceived({ host }, 'another-lin').title).toBe('已签到，林晓 接待');
  expect(sayReceived({ host: null }, null).text).toContain('指定一位');
});
