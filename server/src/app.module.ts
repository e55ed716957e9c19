import { type DynamicModule, Module } from '@nestjs/common';
import type { Config } from './config/config';
import { ConfigModule } from './config/config.module';
import { StorageModule } from './integrations/storage/storage.module';
import { WechatModule } from './integrations/wechat/wechat.module';
import { NotificationModule } from './modules/echoes/notification';
import { ReportModule } from './modules/echoes/report';
import { SopModule } from './modules/echoes/sop';
import { ExtraModule } from './modules/journeys/extra';
import { LeadModule } from './modules/journeys/lead';
import { ReferralModule } from './modules/journeys/referral';
import { RewardModule } from './modules/journeys/reward';
import { StoryModule } from './modules/journeys/story';
import { ViewingModule } from './modules/journeys/viewing';
import { WorkOrderModule, WorkOrderViewsModule } from './modules/journeys/work-order';
import { CalendarModule } from './modules/registers/calendar';
import { CustomerModule } from './modules/registers/customer';
import { HomeModule } from './modules/registers/home';
import { IdentityModule } from './modules/registers/identity';
import { LiveCodeModule } from './modules/registers/live-code';
import { ProjectModule } from './modules/registers/project';
import { SiteRotaModule } from './modules/registers/site-rota';
import { StaffModule } from './modules/registers/staff';
import { UploadModule } from './modules/registers/upload';
import { AuditModule } from './platform/audit/audit.module';
import { CalendarsModule } from './platform/calendar/calendars.module';
import type { Clock } from './platform/clock/clock';
import { ClockModule } from './platform/clock/clock.module';
import { CryptoModule } from './platform/crypto/crypto.module';
import { dataSourceOptions } from './platform/database/data-source';
import { DatabaseModule } from './platform/database/database.module';
import { DevModule } from './platform/dev/dev.module';
import { EventsModule } from './platform/events/events.module';
import { HealthModule } from './platform/health/health.module';
import { HttpModule } from './platform/http/http.module';
import { JobsModule } from './platform/jobs/jobs.module';
import { LoggingModule } from './platform/logging/logging.module';
import { MetricsModule } from './platform/metrics/metrics.module';
import { NotifierModule } from './platform/notifier/notifier.module';
import { Schedule } from './schedule';
import { schema } from './schema';

/** The whole house, put together; wiring only. */
@Module({})
export class AppModule {
  static with(config: Config, clock: Clock): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.with(config),
        ClockModule.with(clock),
        LoggingModule,
        MetricsModule,
        CryptoModule,
        DatabaseModule.with(dataSourceOptions(config, schema)),
        JobsModule,
        EventsModule,
        NotifierModule,
        AuditModule,
        CalendarsModule,
        HttpModule,
        WechatModule,
        StorageModule,
        CalendarModule,
        ProjectModule,
        StaffModule,
        SiteRotaModule,
        CustomerModule,
        IdentityModule,
        UploadModule,
        HomeModule,
        LiveCodeModule,
        LeadModule,
        ViewingModule,
        ReferralModule,
        RewardModule,
        StoryModule,
        ExtraModule,
        WorkOrderModule,
        WorkOrderViewsModule,
        SopModule,
        NotificationModule,
        ReportModule,
        HealthModule,
        ...(config.wechat.simulator ? [DevModule] : []),
      ],
      providers: [Schedule],
    };
  }
}
