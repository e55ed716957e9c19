import type { StaffReferralDetail, VerdictView } from '@guihu/shared';
import { useCallback } from 'react';
import { type Resource, useResource } from '@/platform/use-resource';
import { useVerbs, type Verbs } from '@/platform/use-verbs';
import { server } from '@/session';
import { useVerdict } from './use-verdict';

export interface ReferralPage {
  referral: Resource<StaffReferralDetail>;
  verdict: Resource<VerdictView>;
  verbs: Verbs;
  reload: () => Promise<void>;
}

/** One referral with everything its page shows and does; `changed` is told after each verb that was done. */
export function useReferralPage(id: string, changed?: () => void): ReferralPage {
  const referral = useResource(id ? `staff-referral:${id}` : null, () => server.staffReferrals.detail(id));
  const verdict = useVerdict(id ? { referralId: id } : null);
  const reload = useCallback(async () => {
    await Promise.all([referral.reload(), verdict.reload()]);
  }, [referral.reload, verdict.reload]);
  const verbs = useVerbs(async () => {
    await reload();
    changed?.();
  });
  return { referral, verdict, verbs, reload };
}
