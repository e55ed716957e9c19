import { HOME_RIGHTS, HOME_ROLES, type HomePerson, type HomeRight, type HomeRole } from '@guihu/shared';

/** `报修、查看进度、评价` */
export const sayRights = (rights: readonly HomeRight[]): string =>
  rights.length === 0 ? '暂无权限' : rights.map((right) => HOME_RIGHTS[right]).join('、');

/** `陈玉兰（您） · 业主`; somebody whose name is not known yet is called by their role, which is then not said twice. */
export function sayPerson({ name, self, role }: Pick<HomePerson, 'name' | 'self' | 'role'>): string {
  const label = HOME_ROLES[role];
  return name === label ? label : `${name}${self ? '（您）' : ''} · ${label}`;
}

/** `2027年6月30日` */
export function sayDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** What a role means to somebody who has to choose one. */
export const ROLE_NOTES: Readonly<Record<Exclude<HomeRole, 'owner'>, string>> = {
  family: '配偶、父母、子女，长期同住',
  tenant: '租住这套房屋，到期后自动失效',
};
