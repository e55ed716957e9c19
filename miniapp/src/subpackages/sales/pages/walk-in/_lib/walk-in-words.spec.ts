import { sayReceived } from './walk-in-words';

const host = { name: '林晓', title: '置业顾问', phone: null, intro: null } as never;

it('says who receives the visitor now', () => {
  expect(sayReceived({ host }, '林晓').title).toBe('已签到，由你接待');
  expect(sayReceived({ host }, '内勤').title).toBe('已签到，林晓 接待');
  expect(sayReceived({ host: null }, null).text).toContain('指定一位');
});
