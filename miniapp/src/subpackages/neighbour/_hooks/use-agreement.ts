import { consentStands, type PolicyInForce } from '@guihu/shared';
import { type Resource, useResource } from '@/platform/use-resource';
import { server } from '@/session';

export interface Agreement {
  policy: PolicyInForce;
  /** They agreed before, under this policy, and need not be asked again. */
  stands: boolean;
}

/** What the policy in force asks for, and whether it was given already. */
export function useAgreement(): Resource<Agreement> {
  return useResource('agreement', async () => {
    const [policy, given] = await Promise.all([server.consents.policy(), server.consents.mine()]);
    return { policy, stands: consentStands(policy, given.items) };
  });
}
