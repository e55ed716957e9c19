import type { HomeView } from '@guihu/shared';
import { sayDay, sayPerson, sayRights } from './home-words';
import { homesFor } from './kind-words';

const home = (unitId: string, role: HomeView['role'], may: HomeView['may']) => ({ unitId, role, may }) as HomeView;
const homes = [home('own', 'owner', ['report', 'follow', 'rate', 'complain', 'invite']), home('rented', 'tenant', ['report', 'follow'])];

it('offers only homes from which this may be sent', () => {
  expect(homesFor('repair', homes).map(({ unitId }) => unitId)).toEqual(['own', 'rented']);
  expect(homesFor('suggestion', homes).map(({ unitId }) => unitId)).toEqual(['own']);
});

it('says rights and days in words', () => {
  expect(sayRights(['report', 'rate'])).toBe('报修、评价');
  expect(sayRights([])).toBe('暂无权限');
  expect(sayDay('2027-06-03')).toBe('2027年6月3日');
});

it('does not call somebody whose name is not known by their role twice', () => {
  expect(sayPerson({ name: '陈玉兰', self: true, role: 'owner' })).toBe('陈玉兰（您） · 业主');
  expect(sayPerson({ name: '陈**', self: false, role: 'tenant' })).toBe('陈** · 租户');
  expect(sayPerson({ name: '家人', self: false, role: 'family' })).toBe('家人');
});
