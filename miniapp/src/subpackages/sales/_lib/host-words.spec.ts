import type { HostCandidate } from '@guihu/shared';
import { hostNote, hostsInOrder, tellHost } from './host-words';

const host = (staffId: string, viewingsThatDay: number, dropped: string | null = null, chosen = false): HostCandidate => ({
  staffId,
  name: `同事${staffId}`,
  chosen,
  dropped,
  viewingsThatDay,
});

it('offers free colleagues first, the least busy on top, and never the present host', () => {
  const all = [host('busy', 4), host('now', 0), host('away', 0, '今天休息'), host('free', 1)];
  expect(hostsInOrder(all, 'now').map(({ staffId }) => staffId)).toEqual(['free', 'busy', 'away']);
  expect(hostNote(host('a', 2, '那个时间已有安排'))).toBe('当天 2 组 · 那个时间已有安排');
  expect(hostNote(host('a', 0))).toBe('当天还没有安排');
});

it('tells the choice with the one chosen on top, and has words when none were kept', () => {
  const told = tellHost({ how: 'chosen', chosen: null, sentences: [], candidates: [host('a', 3), host('b', 1, null, true)] });
  expect(told.candidates.map(({ name }) => name)).toEqual(['同事b', '同事a']);
  expect(told.sentences).toEqual(['按当天忙闲安排']);
});

it('says of each candidate once', () => {
  const sentences = ['还没有专属顾问，按公平原则安排', '同事a：当天 3 次接待', '由同事b接待：当天接待最少'];
  const told = tellHost({ how: 'chosen', chosen: null, sentences, candidates: [host('a', 3), host('b', 1, null, true)] });
  expect(told.sentences).toEqual(['还没有专属顾问，按公平原则安排', '由同事b接待：当天接待最少']);
});
