import {
  type FollowUpReceipt,
  LEAD_STATUSES,
  type LeadBoard,
  type LeadRoutingView,
  type LeadStatus,
  type Page,
  type PhoneReveal,
  type StaffLeadDetail,
  type StaffLeadSummary,
} from '@guihu/shared';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { CurrentStaff, type StaffActor } from '../../../platform/http/actor';
import { PageDto } from '../../../platform/http/page.dto';
import { Permission } from '../../../platform/http/permission.guard';
import { LeadAcceptanceService } from './acceptance/lead-acceptance.service';
import { LeadBoardQueries } from './board/lead-board.queries';
import { ClosureDto, DeclineDto, FollowUpDto, PhoneRevealDto, TransferDto } from './follow-up/follow-up.dto';
import { LeadFollowUpService } from './follow-up/lead-follow-up.service';
import { LeadQueries } from './lead.queries';
import { LeadDetailQueries } from './lead-detail.queries';

export class LeadListDto extends PageDto {
  @IsOptional()
  @IsIn(LEAD_STATUSES, { message: '线索状态不正确' })
  status?: LeadStatus;

  @IsOptional()
  @IsString()
  @MaxLength(36, { message: '楼盘编号不正确' })
  projectId?: string;

  /** Only this colleague's leads. */
  @IsOptional()
  @IsString()
  @MaxLength(36, { message: '同事编号不正确' })
  ownerId?: string;

  /** Name from its beginning, a whole phone number, or a receipt number. */
  @IsOptional()
  @IsString()
  @MaxLength(40, { message: '搜索内容请控制在 40 个字以内' })
  q?: string;

  /** `urgent`: the colleague's own open leads, what is due first on top; not paged. */
  @IsOptional()
  @IsIn(['urgent'], { message: '视图不正确' })
  view?: 'urgent';
}

export class BoardDto {
  @IsString({ message: '请选择楼盘' })
  @MaxLength(36, { message: '楼盘编号不正确' })
  projectId: string;
}

@Controller('api/staff')
export class LeadController {
  constructor(
    private readonly leads: LeadQueries,
    private readonly details: LeadDetailQueries,
    private readonly boards: LeadBoardQueries,
    private readonly acceptance: LeadAcceptanceService,
    private readonly followUps: LeadFollowUpService,
  ) {}

  @Get('leads')
  @Permission('lead.read')
  async list(@CurrentStaff() actor: StaffActor, @Query() query: LeadListDto): Promise<Page<StaffLeadSummary>> {
    if (query.view === 'urgent') return { items: await this.leads.urgent(actor), nextCursor: null };
    return this.leads.list(actor, { ...query, limit: query.limit ?? 20 });
  }

  @Get('lead-board')
  @Permission('lead.read')
  board(@CurrentStaff() actor: StaffActor, @Query() query: BoardDto): Promise<LeadBoard> {
    return this.boards.board(actor, query.projectId);
  }

  @Get('leads/:id')
  @Permission('lead.read')
  detail(@CurrentStaff() actor: StaffActor, @Param('id') id: string): Promise<StaffLeadDetail> {
    return this.details.detail(actor, id);
  }

  @Get('leads/:id/routing')
  @Permission('lead.read')
  routing(@CurrentStaff() actor: StaffActor, @Param('id') id: string): Promise<LeadRoutingView> {
    return this.details.routing(actor, id);
  }

  @Post('leads/:id/acceptance')
  @Permission('lead.accept')
  accept(@CurrentStaff() actor: StaffActor, @Param('id') id: string): Promise<{ id: string; status: 'accepted'; acceptedAt: string }> {
    return this.acceptance.accept(actor, id);
  }

  @Post('leads/:id/decline')
  @Permission('lead.accept')
  decline(@CurrentStaff() actor: StaffActor, @Param('id') id: string, @Body() body: DeclineDto): Promise<{ id: string }> {
    return this.acceptance.decline(actor, id, body.reason);
  }

  @Post('leads/:id/transfer')
  @Permission('lead.transfer')
  transfer(
    @CurrentStaff() actor: StaffActor,
    @Param('id') id: string,
    @Body() body: TransferDto,
  ): Promise<{ id: string; owner: { id: string; name: string } }> {
    return this.acceptance.transfer(actor, id, body.toStaffId, body.reason);
  }

  @Post('leads/:id/follow-ups')
  @Permission('lead.follow-up')
  record(@CurrentStaff() actor: StaffActor, @Param('id') id: string, @Body() body: FollowUpDto): Promise<FollowUpReceipt> {
    return this.followUps.record(actor, id, body);
  }

  @Post('leads/:id/closure')
  @Permission('lead.close')
  close(@CurrentStaff() actor: StaffActor, @Param('id') id: string, @Body() body: ClosureDto): Promise<{ id: string; status: 'closed' }> {
    return this.followUps.close(actor, id, body);
  }

  @Post('leads/:id/phone-reveal')
  @HttpCode(200)
  @Permission('lead.reveal-phone')
  reveal(@CurrentStaff() actor: StaffActor, @Param('id') id: string, @Body() body?: PhoneRevealDto): Promise<PhoneReveal> {
    return this.followUps.reveal(actor, id, body?.numberId);
  }
}
