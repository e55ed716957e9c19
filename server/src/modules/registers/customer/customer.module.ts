import { Module } from '@nestjs/common';
import { Consents } from './consents';
import { CustomerController } from './customer.controller';
import { CustomerRegister } from './customer.register';

@Module({ controllers: [CustomerController], providers: [CustomerRegister, Consents], exports: [CustomerRegister, Consents] })
export class CustomerModule {}
