import type { ConsentRecord, Page, PolicyInForce } from '@guihu/shared';
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsString, MaxLength } from 'class-validator';
import { type Actor, CurrentActor } from '../../../platform/http/actor';
import { Permission, Public } from '../../../platform/http/permission.guard';
import { Consents } from './consents';

export class WithdrawalDto {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(40, { each: true })
  purposes: string[];
}

@Controller('api')
export class CustomerController {
  constructor(private readonly consents: Consents) {}

  @Get('policy')
  @Public()
  policy(): Promise<PolicyInForce> {
    return this.consents.policy();
  }

  @Get('me/consents')
  @Permission('customer.act')
  async mine(@CurrentActor() actor: Actor): Promise<Page<ConsentRecord>> {
    return { items: actor.customerId ? await this.consents.of(actor.customerId) : [], nextCursor: null };
  }

  @Post('me/consents/withdrawal')
  @HttpCode(200)
  @Permission('customer.act')
  async withdraw(@CurrentActor() actor: Actor, @Body() body: WithdrawalDto): Promise<Page<ConsentRecord>> {
    return actor.customerId ? this.consents.withdraw(actor.customerId, body.purposes) : { items: [], nextCursor: null };
  }
}
