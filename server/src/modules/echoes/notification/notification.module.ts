import { Module } from '@nestjs/common';
import { WorkOrderReadingModule } from '../../journeys/work-order';
import { CustomerModule } from '../../registers/customer';
import { StaffModule } from '../../registers/staff';
import { CallbackService } from './callbacks/callback.service';
import { MatchReceiptJob } from './callbacks/match-receipt.job';
import { Receipts } from './callbacks/receipts';
import { WechatCallbackController } from './callbacks/wechat-callback.controller';
import { DeliverMessageJob } from './delivery/deliver-message.job';
import { DeliveryController } from './delivery/delivery.controller';
import { DeliveryQueries } from './delivery/delivery.queries';
import { DeliveryService } from './delivery/delivery.service';
import { LatePermission } from './delivery/late-permission';
import { MessageLog } from './delivery/message-log';
import { Parcels } from './delivery/parcels';
import { SubscriptionCredits } from './delivery/subscription-credits';
import { WechatSender } from './delivery/wechat-sender';
import { FollowerBackfill } from './followers/follower-backfill';
import { RefreshFollowerJob } from './followers/refresh-follower.job';
import { InboxController } from './inbox/inbox.controller';
import { InboxQueries } from './inbox/inbox.queries';
import { InboxService } from './inbox/inbox.service';
import { InboxMerge } from './inbox/inbox-merge';

@Module({
  imports: [StaffModule, CustomerModule, WorkOrderReadingModule],
  controllers: [InboxController, DeliveryController, WechatCallbackController],
  providers: [
    MessageLog,
    SubscriptionCredits,
    LatePermission,
    Parcels,
    WechatSender,
    DeliveryService,
    DeliveryQueries,
    DeliverMessageJob,
    Receipts,
    CallbackService,
    MatchReceiptJob,
    RefreshFollowerJob,
    FollowerBackfill,
    InboxQueries,
    InboxMerge,
    InboxService,
  ],
  exports: [FollowerBackfill],
})
export class NotificationModule {}
