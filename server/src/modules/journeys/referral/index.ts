export { FraudFlagQueries } from './fraud/fraud-flag.queries';
export { ReferralJudged, ReferralMoved } from './referral.events';
export { ReferralModule } from './referral.module';
export { ReferralRewards } from './referral-rewards';
export { VerdictPromiseQueries } from './verdict/verdict-promise.queries';
