import { Module } from '@nestjs/common';
import { Consents } from './consents';
import { CustomerController } from './customer.controller';
import { CustomerRegister } from './customer.register';
import { ConsentMerge } from './merge/consent-merge';
import { CustomerMergeController } from './merge/customer-merge.controller';
import { CustomerMergeService } from './merge/customer-merge.service';
import { CustomerMerges } from './merge/customer-merges';
import { CustomerNumbers } from './merge/customer-numbers';
import { RealNameMerge } from './merge/real-name-merge';
import { RealNameController } from './real-name.controller';
import { RealNames } from './real-name.queries';
import { RealNameService } from './real-name.service';

@Module({
  controllers: [CustomerController, RealNameController, CustomerMergeController],
  providers: [
    CustomerRegister,
    CustomerNumbers,
    Consents,
    RealNames,
    RealNameService,
    CustomerMerges,
    ConsentMerge,
    RealNameMerge,
    CustomerMergeService,
  ],
  exports: [CustomerRegister, CustomerNumbers, Consents, RealNames, CustomerMerges],
})
export class CustomerModule {}
