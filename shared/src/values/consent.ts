import type { ConsentRecord, PolicyInForce } from '../contracts/customer';

type Given = Pick<ConsentRecord, 'purpose' | 'policyVersion' | 'withdrawnAt'>;

/** Whether somebody agreed to all that is required, under the policy in force, and took none of it back: then they are not asked again. */
export const consentStands = (policy: Pick<PolicyInForce, 'version' | 'purposes'>, given: readonly Given[]): boolean =>
  policy.purposes
    .filter(({ required }) => required)
    .every(({ key }) => given.some((each) => each.purpose === key && each.policyVersion === policy.version && each.withdrawnAt === null));
