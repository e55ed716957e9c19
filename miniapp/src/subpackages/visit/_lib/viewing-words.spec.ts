import { beijing, viewingAt } from '@/components/slot-picker/visit.fixture';
import { changeWords, passIsDue, viewingBar, whatOf } from './viewing-words';

const dayBefore = beijing('2026-12-04 09:00');
const onTheDay = beijing('2026-12-05 09:00');
const bar = (...args: Parameters<typeof viewingBar>) =>
  viewingBar(...args).map(({ text, kind }) => (kind === 'primary' ? `[${text}]` : text));

it('offers at the thumb what is most wanted now', () => {
  const viewing = viewingAt('2026-12-05 10:00');
  expect(bar(viewing, dayBefore)).toEqual(['取消预约', '改时间', '[加入日历]']);
  expect(bar(viewing, onTheDay)).toEqual(['取消预约', '改时间', '[到访码]']);
  expect(bar({ ...viewing, allowed: [] }, onTheDay)).toEqual(['[到访码]']);
  expect(bar({ ...viewing, status: 'checked-in', allowed: [] }, onTheDay)).toEqual(['给林晓打电话']);
  expect(bar({ ...viewing, status: 'completed', allowed: ['rate'] }, onTheDay)).toEqual(['[评价这次看房]']);
  expect(bar({ ...viewing, status: 'completed', allowed: [] }, onTheDay)).toEqual(['再约一次']);
  expect(bar({ ...viewing, status: 'cancelled', allowed: [] }, dayBefore)).toEqual(['[再约一次]']);
});

it('lets whoever is late still show the pass on that day, and not on the next', () => {
  const missed = viewingAt('2026-12-05 10:00', { status: 'no-show', allowed: [] });
  expect(passIsDue(missed, beijing('2026-12-05 11:00'))).toBe(true);
  expect(bar(missed, beijing('2026-12-05 11:00'))).toEqual(['[到访码]']);
  expect(bar(missed, beijing('2026-12-06 00:00'))).toEqual(['[再约一次]']);
});

it('says until when one may change one’s mind', () => {
  const until = new Date(beijing('2026-12-05 08:00')).toISOString();
  const viewing = viewingAt('2026-12-05 10:00', { changeableUntil: until });
  expect(changeWords(viewing, dayBefore)).toBe('明天 08:00 前可以改时间或取消，还可改 2 次');
  expect(changeWords({ ...viewing, allowed: ['cancel'] }, dayBefore)).toBe('明天 08:00 前可以取消，改时间的次数已用完');
  expect(changeWords(viewing, beijing('2026-12-05 08:00'))).toContain('打电话');
  expect(changeWords({ ...viewing, status: 'completed' }, dayBefore)).toBeNull();
});

it('calls a visit by the name of its plan', () => {
  expect(whatOf(viewingAt('2026-12-05 10:00', { title: '1号楼工地开放日' }))).toBe('云溪府 · 1号楼工地开放日');
  expect(whatOf(viewingAt('2026-12-05 10:00', { title: '' }))).toBe('云溪府 · 预约看房');
});
