import type { DeclaredRelative, FlagJudgement, Page, RelativeDeclaration } from '@guihu/shared';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { IsIn, IsNotEmpty, IsString, Matches, MaxLength } from 'class-validator';
import { CurrentStaff, type StaffActor } from '../../../../platform/http/actor';
import { Permission } from '../../../../platform/http/permission.guard';
import { trimmed } from '../../../../platform/http/typed-text';
import { FraudFlagService } from './fraud-flag.service';
import { RelativesService } from './relatives.service';

export class FlagJudgementDto implements FlagJudgement {
  @IsIn(['cleared', 'confirmed'], { message: '请选择核实结果' })
  outcome: FlagJudgement['outcome'];

  @trimmed()
  @IsString({ message: '请填写核实说明' })
  @IsNotEmpty({ message: '请填写核实说明' })
  @MaxLength(300, { message: '核实说明请控制在 300 字以内' })
  note: string;
}

export class RelativeDto implements RelativeDeclaration {
  @trimmed()
  @IsString({ message: '请填写亲属姓名' })
  @IsNotEmpty({ message: '请填写亲属姓名' })
  @MaxLength(40, { message: '姓名请控制在 40 个字以内' })
  @Matches(/\p{L}/u, { message: '姓名不能只有表情或符号，请填写文字' })
  name: string;

  @IsString({ message: '请填写手机号' })
  @MaxLength(40, { message: '手机号格式不正确，请检查' })
  phone: string;

  @trimmed()
  @IsString({ message: '请填写亲属关系' })
  @IsNotEmpty({ message: '请填写亲属关系' })
  @MaxLength(20, { message: '亲属关系请控制在 20 个字以内' })
  relation: string;
}

@Controller('api/staff')
export class FraudController {
  constructor(
    private readonly flags: FraudFlagService,
    private readonly relatives: RelativesService,
  ) {}

  @Post('fraud-flags/:id/judgement')
  @HttpCode(200)
  @Permission('referral.judge')
  judge(@CurrentStaff() actor: StaffActor, @Param('id') id: string, @Body() body: FlagJudgementDto) {
    return this.flags.judge(actor, id, body);
  }

  @Get('relatives')
  @Permission('referral.read')
  mine(@CurrentStaff() actor: StaffActor): Promise<Page<DeclaredRelative>> {
    return this.relatives.of(actor);
  }

  @Post('relatives')
  @Permission('referral.read')
  declare(@CurrentStaff() actor: StaffActor, @Body() body: RelativeDto): Promise<DeclaredRelative> {
    return this.relatives.declare(actor, body);
  }

  @Post('relatives/:id/removal')
  @HttpCode(200)
  @Permission('referral.read')
  remove(@CurrentStaff() actor: StaffActor, @Param('id') id: string): Promise<{ id: string }> {
    return this.relatives.remove(actor, id);
  }
}
