import type { VerdictView } from '@guihu/shared';
import type { VerdictSubject } from '@/api/staff-referrals.api';
import { type Resource, useResource } from '@/platform/use-resource';
import { server } from '@/session';

/** How it was judged who brought a customer; null asks nothing. */
export function useVerdict(subject: VerdictSubject | null): Resource<VerdictView> {
  const key = subject && ('referralId' in subject ? `verdict-referral:${subject.referralId}` : `verdict-lead:${subject.leadId}`);
  return useResource(key, () => server.staffReferrals.verdict(subject as VerdictSubject));
}
