import type { ReferralLink } from '@guihu/shared';
import { type Resource, useResource } from '@/platform/use-resource';
import { server, useSession } from '@/session';

/** One's own link for a project, and whether it has to be said first who one is: a number that was only ever typed is nobody's. */
export function useReferralLink(projectId: string): Resource<ReferralLink> & { unproven: boolean } {
  const { me } = useSession();
  const link = useResource(me?.phoneMasked && projectId ? `referral-link:${projectId}` : null, () => server.referrals.link(projectId), {
    kept: true,
  });
  return { ...link, unproven: me?.phoneMasked === null || (!link.data && link.failure?.code === 'referral.phone-required') };
}

/** As a share card and a link of h5 take it. */
export const sharePath = ({ path }: Pick<ReferralLink, 'path'>): string => path.replace(/^\//, '');
