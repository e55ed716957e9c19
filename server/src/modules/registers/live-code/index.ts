export { LiveCodeModule } from './live-code.module';
export { LiveCodes, REFERRAL_CHANNEL, type StandsFor } from './live-codes';
