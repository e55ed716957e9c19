export { ReferralMoved } from './referral.events';
export { ReferralModule } from './referral.module';
