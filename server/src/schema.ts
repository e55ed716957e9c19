import { WechatToken } from './integrations/wechat/wechat-token.entity';
import { migrations } from './migrations';
import { Message, SubscriptionCredit, WechatCallback } from './modules/echoes/notification/notification.entity';
import { SopPlan, SopReminder, SopTask } from './modules/echoes/sop/sop.entity';
import { Extra, ExtraInterest, ExtraView } from './modules/journeys/extra/extra.entity';
import { FollowUp } from './modules/journeys/lead/follow-up/follow-up.entity';
import { LeadImport, LeadImportRow } from './modules/journeys/lead/import/lead-import.entity';
import { Lead, LeadEvent, LeadTouch } from './modules/journeys/lead/lead.entity';
import {
  AgentLoad,
  LeadOffer,
  RoutingCount,
  RoutingDecisionRecord,
  RoutingLock,
  RoutingRuleSetRecord,
} from './modules/journeys/lead/routing/routing.entity';
import { Appeal } from './modules/journeys/referral/appeal/appeal.entity';
import { DeclaredRelativeRecord, FraudFlag } from './modules/journeys/referral/fraud/fraud.entity';
import { Referral, ReferralEvent } from './modules/journeys/referral/referral.entity';
import { Verdict, VerdictRuleSetRecord } from './modules/journeys/referral/verdict/verdict.entity';
import { CatalogueItemRecord, RedemptionRecord } from './modules/journeys/reward/catalogue/catalogue.entity';
import { LedgerEntry, LedgerPerson, LedgerTransfer, PointLot } from './modules/journeys/reward/ledger/ledger.entity';
import { Reward, RewardEventRecord, RewardedReferral, RewardRuleSetRecord } from './modules/journeys/reward/reward.entity';
import { Story } from './modules/journeys/story/story.entity';
import {
  Viewing,
  ViewingEventRecord,
  ViewingHostTime,
  ViewingPassRecord,
  ViewingPlanRecord,
  ViewingSlot,
  ViewingWait,
} from './modules/journeys/viewing/viewing.entity';
import {
  DispatchCount,
  DispatchDecisionRecord,
  DispatchLock,
  DispatchRuleSetRecord,
} from './modules/journeys/work-order/dispatch/dispatch.entity';
import { Revisit } from './modules/journeys/work-order/rating/revisit.entity';
import { Category, Contractor, WorkOrder, WorkOrderClaimant, WorkOrderEventRecord } from './modules/journeys/work-order/work-order.entity';
import { Consent, Customer, CustomerMergeRecord, Policy } from './modules/registers/customer/customer.entity';
import { RealName, RealNameRefusal } from './modules/registers/customer/real-name.entity';
import { Delivery, HomeClaimCount, HomeImport, HomeImportRow, HomeInvitationRecord, Resident } from './modules/registers/home/home.entity';
import { Account, Follower, Session } from './modules/registers/identity/account.entity';
import { LiveCode, LiveCodeScan } from './modules/registers/live-code/live-code.entity';
import { Building, Channel, Layout, Project, Unit } from './modules/registers/project/project.entity';
import { SiteRotaDayRecord, SiteRotaRecord } from './modules/registers/site-rota/site-rota.entity';
import { Leave, RotaTurn, Shift, Staff, StaffProject, Team } from './modules/registers/staff/staff.entity';
import { Upload } from './modules/registers/upload/upload.entity';
import { AuditEntry } from './platform/audit/audit-entry.entity';
import { Calendar, CalendarDay } from './platform/calendar/calendar.entity';
import type { Schema } from './platform/database/data-source';
import { IdempotencyKey } from './platform/idempotency/idempotency-key.entity';
import { Job } from './platform/jobs/job.entity';
import { AppSetting } from './platform/settings/app-setting.entity';

/** Every table of the application; wiring only. */
export const schema: Schema = {
  entities: [
    Job,
    IdempotencyKey,
    AuditEntry,
    AppSetting,
    Calendar,
    CalendarDay,
    WechatToken,
    Project,
    Building,
    Layout,
    Unit,
    Channel,
    Shift,
    Team,
    Staff,
    StaffProject,
    Leave,
    Customer,
    CustomerMergeRecord,
    Consent,
    Policy,
    RealName,
    RealNameRefusal,
    Account,
    Session,
    Follower,
    Upload,
    Delivery,
    Resident,
    HomeInvitationRecord,
    HomeClaimCount,
    HomeImport,
    HomeImportRow,
    LiveCode,
    LiveCodeScan,
    Lead,
    LeadTouch,
    LeadEvent,
    LeadOffer,
    RoutingDecisionRecord,
    RoutingRuleSetRecord,
    RoutingLock,
    AgentLoad,
    RoutingCount,
    FollowUp,
    LeadImport,
    LeadImportRow,
    Category,
    Contractor,
    WorkOrder,
    WorkOrderEventRecord,
    WorkOrderClaimant,
    DispatchDecisionRecord,
    DispatchRuleSetRecord,
    DispatchLock,
    DispatchCount,
    Revisit,
    ViewingPlanRecord,
    ViewingSlot,
    Viewing,
    ViewingHostTime,
    ViewingWait,
    ViewingEventRecord,
    ViewingPassRecord,
    RotaTurn,
    SiteRotaRecord,
    SiteRotaDayRecord,
    Referral,
    ReferralEvent,
    Verdict,
    VerdictRuleSetRecord,
    Appeal,
    FraudFlag,
    DeclaredRelativeRecord,
    RewardRuleSetRecord,
    RewardedReferral,
    Reward,
    RewardEventRecord,
    LedgerPerson,
    LedgerTransfer,
    LedgerEntry,
    PointLot,
    CatalogueItemRecord,
    RedemptionRecord,
    Story,
    Extra,
    ExtraInterest,
    ExtraView,
    SopPlan,
    SopTask,
    SopReminder,
    Message,
    SubscriptionCredit,
    WechatCallback,
  ],
  migrations,
};
