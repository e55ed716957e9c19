import { Global, Module } from '@nestjs/common';
import { ActorResolver } from '../../../platform/http/actor';
import { CustomerModule } from '../customer';
import { StaffModule } from '../staff';
import { AccountMerge } from './account-merge';
import { Accounts } from './accounts';
import { IdentityController } from './identity.controller';
import { LoginService } from './login.service';
import { Sessions } from './sessions';

/** Global because every request asks who is there. */
@Global()
@Module({
  imports: [CustomerModule, StaffModule],
  controllers: [IdentityController],
  providers: [Accounts, Sessions, LoginService, AccountMerge, { provide: ActorResolver, useExisting: Sessions }],
  exports: [Accounts, Sessions, ActorResolver],
})
export class IdentityModule {}
