import type { ConsentRecord } from '@guihu/shared';

/** What taking an agreement back means, said before it is done. */
const FOLLOWS: Readonly<Record<string, string>> = {
  service: '撤回后，我们不再为预约看房使用您的姓名和手机号，置业顾问将无法继续与您联系。',
  marketing: '撤回后，不再向您发送项目动态和优惠通知。看房服务不受影响。',
  'share-with-partners': '撤回后，不再向合作机构提供您的联系方式。看房服务不受影响。',
};

export function withdrawalWords({ purpose, title }: Pick<ConsentRecord, 'purpose' | 'title'>): { title: string; content: string } {
  const follows = FOLLOWS[purpose] ?? `撤回后，我们不再为「${title}」使用您的个人信息。`;
  return { title: `撤回「${title}」？`, content: `${follows}撤回立即生效，不影响撤回之前已完成的服务；需要时可以重新同意。` };
}

/** Agreements that stand, newest first, and those that were taken back; each purpose and version once. */
export function sortConsents(consents: readonly ConsentRecord[]): { standing: ConsentRecord[]; withdrawn: ConsentRecord[] } {
  const newestFirst = [...consents].sort((a, b) => b.givenAt.localeCompare(a.givenAt));
  return {
    standing: newestFirst.filter(({ withdrawnAt }) => withdrawnAt === null),
    withdrawn: newestFirst.filter(({ withdrawnAt }) => withdrawnAt !== null),
  };
}
