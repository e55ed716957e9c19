export { RewardModule } from './reward.module';
