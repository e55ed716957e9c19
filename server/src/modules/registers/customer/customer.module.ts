import { Module } from '@nestjs/common';
import { Consents } from './consents';
import { CustomerController } from './customer.controller';
import { CustomerRegister } from './customer.register';
import { RealNameController } from './real-name.controller';
import { RealNames } from './real-name.queries';
import { RealNameService } from './real-name.service';

@Module({
  controllers: [CustomerController, RealNameController],
  providers: [CustomerRegister, Consents, RealNames, RealNameService],
  exports: [CustomerRegister, Consents, RealNames],
})
export class CustomerModule {}
