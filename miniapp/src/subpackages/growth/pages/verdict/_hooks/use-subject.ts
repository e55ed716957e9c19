import type { VerdictSubject } from '@/api/staff-referrals.api';
import { useResource } from '@/platform/use-resource';
import { server } from '@/session';

export interface About {
  title: string;
  note: string;
}

/** Whom a verdict is about, in the words of a head line; null while it is not known. */
export function useSubject(subject: VerdictSubject | null): About | null {
  const key = subject && ('referralId' in subject ? `verdict-about:${subject.referralId}` : `verdict-about:${subject.leadId}`);
  const about = useResource(key, async (): Promise<About> => {
    if (subject && 'referralId' in subject) {
      const { friend, referrer, projectName } = await server.staffReferrals.detail(subject.referralId);
      return { title: friend.name, note: `${referrer.name}推荐 · ${projectName}` };
    }
    const { customer, projectName } = await server.staffLeads.detail((subject as { leadId: string }).leadId);
    return { title: customer.name, note: projectName };
  });
  return about.data;
}
