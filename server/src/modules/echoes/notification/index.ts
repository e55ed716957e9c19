export { FollowerBackfill } from './followers/follower-backfill';
export { NotificationModule } from './notification.module';
