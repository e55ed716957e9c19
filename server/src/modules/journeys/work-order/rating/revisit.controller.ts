import type { RevisitRecord } from '@guihu/shared';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { IsBoolean, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import { CurrentStaff, type StaffActor } from '../../../../platform/http/actor';
import { Permission } from '../../../../platform/http/permission.guard';
import { signsUpTo, trimmed } from '../../../../platform/http/typed-text';
import { RevisitService } from './revisit.service';

export class RevisitRecordDto implements RevisitRecord {
  @IsBoolean({ message: '请选择是否联系上业主' })
  connected: boolean;

  @IsOptional()
  @IsBoolean({ message: '请选择业主是否满意' })
  satisfied?: boolean;

  @trimmed()
  @IsString({ message: '请填写回访情况' })
  @IsNotEmpty({ message: '请填写回访情况' })
  @MaxLength(500, { message: '回访情况请控制在 500 字以内' })
  @signsUpTo(500, { message: '回访情况请控制在 500 字以内' })
  note: string;
}

@Controller('api/staff/revisits')
export class RevisitController {
  constructor(private readonly revisits: RevisitService) {}

  @Post(':id/record')
  @Permission('revisit.record')
  record(
    @CurrentStaff() actor: StaffActor,
    @Param('id') id: string,
    @Body() body: RevisitRecordDto,
  ): Promise<{ id: string; status: 'done' }> {
    return this.revisits.record(actor, id, body);
  }
}
