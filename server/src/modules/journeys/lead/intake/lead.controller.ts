import type { DuplicateProbeAnswer, LeadReceipt, MyLead, StaffLeadReceipt } from '@guihu/shared';
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { type Actor, CurrentActor, CurrentStaff, type StaffActor } from '../../../../platform/http/actor';
import { Permission } from '../../../../platform/http/permission.guard';
import { MyLeadsQueries } from '../my-leads.queries';
import { DuplicateProbeDto, LeadSubmissionDto, StaffLeadEntryDto } from './lead.dto';
import { LeadSubmissionService } from './lead-submission.service';
import { RepurchaseDto } from './repurchase.dto';
import { RepurchaseService } from './repurchase.service';

@Controller('api')
export class LeadIntakeController {
  constructor(
    private readonly submissions: LeadSubmissionService,
    private readonly mine: MyLeadsQueries,
    private readonly repurchases: RepurchaseService,
  ) {}

  @Post('leads')
  @Permission('customer.act')
  submit(@CurrentActor() actor: Actor, @Body() form: LeadSubmissionDto): Promise<LeadReceipt> {
    return this.submissions.submit(actor, form);
  }

  @Get('me/leads')
  @Permission('customer.act')
  async myLeads(@CurrentActor() actor: Actor): Promise<{ items: MyLead[]; nextCursor: null }> {
    return { items: await this.mine.of(actor), nextCursor: null };
  }

  @Post('me/repurchases')
  @Permission('customer.act')
  repurchase(@CurrentActor() actor: Actor, @Body() request: RepurchaseDto): Promise<LeadReceipt> {
    return this.repurchases.ask(actor, request);
  }

  @Post('staff/leads')
  @Permission('lead.create')
  enter(@CurrentStaff() actor: StaffActor, @Body() entry: StaffLeadEntryDto): Promise<StaffLeadReceipt> {
    return this.submissions.enter(actor, entry);
  }

  @Post('staff/leads/duplicate-probe')
  @HttpCode(200)
  @Permission('lead.create')
  probe(@CurrentStaff() actor: StaffActor, @Body() body: DuplicateProbeDto): Promise<DuplicateProbeAnswer> {
    return this.submissions.probe(actor, body.projectId, body.phone);
  }
}
