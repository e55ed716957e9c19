import { LIVE_CODE_KINDS, type LiveCodeDraft, type LiveCodeKind } from '@guihu/shared';
import { Transform } from 'class-transformer';
import { IsIn, IsNotEmpty, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { IsInstant } from '../../../platform/http/instant';
import { PageDto } from '../../../platform/http/page.dto';
import { PRINTABLE } from '../../../platform/http/typed-text';

const MADE_BY_COLLEAGUES = ['channel', 'campaign', 'agent', 'site'] as const;

export class LiveCodeListDto extends PageDto {
  @IsOptional()
  @IsString({ message: '请选择楼盘' })
  @Length(1, 36, { message: '请选择楼盘' })
  projectId?: string;

  @IsOptional()
  @IsIn(Object.keys(LIVE_CODE_KINDS), { message: '码的类型不正确' })
  kind?: LiveCodeKind;
}

export class LiveCodeDraftDto implements LiveCodeDraft {
  @IsString({ message: '请选择楼盘' })
  @Length(1, 36, { message: '请选择楼盘' })
  projectId: string;

  @IsIn(MADE_BY_COLLEAGUES, { message: '请选择码的类型' })
  kind: (typeof MADE_BY_COLLEAGUES)[number];

  @Transform(({ value }) => (typeof value === 'string' ? value.trim().normalize('NFC') : value))
  @IsString({ message: '请填写用途' })
  @IsNotEmpty({ message: '请填写用途' })
  @MaxLength(40, { message: '用途请控制在 40 个字以内' })
  @Matches(PRINTABLE, { message: '用途含有无法识别的字符' })
  label: string;

  /** Not asked for at the door. */
  @IsOptional()
  @IsString({ message: '请选择来源渠道' })
  @MaxLength(60, { message: '来源渠道不正确' })
  channelCode?: string;

  @IsOptional()
  @IsString({ message: '请选择置业顾问' })
  @Length(1, 36, { message: '请选择置业顾问' })
  staffId?: string;

  @IsOptional()
  @IsInstant('请填写正确的到期时间')
  expiresAt?: string;
}
