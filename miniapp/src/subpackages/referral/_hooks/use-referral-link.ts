import type { ReferralLink } from '@guihu/shared';
import { type Resource, useResource } from '@/platform/use-resource';
import { server, useSession } from '@/session';

/** One's own link for a project; none until there is a number that it can be a person's. */
export function useReferralLink(projectId: string): Resource<ReferralLink> {
  const { me } = useSession();
  return useResource(me?.phoneMasked && projectId ? `referral-link:${projectId}` : null, () => server.referrals.link(projectId), {
    kept: true,
  });
}

/** As a share card and a link of h5 take it. */
export const sharePath = ({ path }: Pick<ReferralLink, 'path'>): string => path.replace(/^\//, '');
