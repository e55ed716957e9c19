import {
  EXTRA_INTEREST_STATUSES,
  EXTRA_KINDS,
  EXTRA_TITLE,
  EXTRA_WORDS,
  type ExtraDraft,
  type ExtraInterestRequest,
  type ExtraInterestStatus,
  type ExtraKind,
  type ExtraViews,
  type NewExtra,
} from '@guihu/shared';
import {
  ArrayMaxSize,
  Equals,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';
import { IsCivilDay } from '../../../platform/http/civil-day';
import { PageDto } from '../../../platform/http/page.dto';
import { PRINTABLE, signsUpTo, trimmed } from '../../../platform/http/typed-text';

const given = (_: unknown, value: unknown): boolean => value !== null;
const TITLE = { message: `名称请写 ${EXTRA_TITLE.least} 到 ${EXTRA_TITLE.most} 个字` };
const WORDS = { message: `介绍请写 ${EXTRA_WORDS.least} 到 ${EXTRA_WORDS.most} 个字` };
const MOST_SHOWN = 50;

/** `PUT /api/staff/extras/:id` */
export class ExtraDraftDto implements ExtraDraft {
  @IsIn(Object.keys(EXTRA_KINDS), { message: '请选择服务类型' })
  kind: ExtraKind;

  @trimmed()
  @IsString(TITLE)
  @Length(EXTRA_TITLE.least, EXTRA_TITLE.most, TITLE)
  @signsUpTo(EXTRA_TITLE.most, TITLE)
  @Matches(PRINTABLE, { message: '名称含有无法识别的字符，请重新填写' })
  title: string;

  @trimmed()
  @IsString(WORDS)
  @Length(EXTRA_WORDS.least, EXTRA_WORDS.most, WORDS)
  @signsUpTo(EXTRA_WORDS.most, WORDS)
  words: string;

  @IsCivilDay('请选择开始日期')
  from: string;

  @ValidateIf(given)
  @IsCivilDay('请选择结束日期')
  until: string | null;

  @IsBoolean({ message: '请选择是否上架' })
  active: boolean;

  @IsInt({ message: '排序请填整数' })
  @Min(0, { message: '排序请填 0 到 999' })
  @Max(999, { message: '排序请填 0 到 999' })
  position: number;

  @ValidateIf(given)
  @IsUUID(undefined, { message: '请选择负责同事' })
  responsibleId: string | null;

  @IsOptional()
  @IsUUID(undefined, { message: '图片编号不正确，请重新选择' })
  uploadId?: string | null;
}

/** `POST /api/staff/extras` */
export class NewExtraDto extends ExtraDraftDto implements NewExtra {
  @IsUUID(undefined, { message: '请选择楼盘' })
  projectId: string;
}

export class ExtraProjectDto {
  @IsUUID(undefined, { message: '请选择楼盘' })
  projectId: string;
}

export class ExtraInterestListDto extends PageDto {
  @IsUUID(undefined, { message: '请选择楼盘' })
  projectId: string;

  @IsOptional()
  @IsUUID(undefined, { message: '请选择服务' })
  extraId?: string;

  @IsOptional()
  @IsIn(EXTRA_INTEREST_STATUSES, { message: '请选择意向状态' })
  status?: ExtraInterestStatus;
}

export class ExtraInterestDto implements ExtraInterestRequest {
  @Equals(true, { message: '请先同意我们联系您' })
  agreed: boolean;
}

export class ExtraViewsDto implements ExtraViews {
  @IsArray({ message: '服务列表格式不正确' })
  @ArrayMaxSize(MOST_SHOWN, { message: '一次看到的服务太多' })
  @IsUUID(undefined, { each: true, message: '服务编号不正确' })
  extraIds: string[];
}

export class FollowingDto {
  @IsOptional()
  @trimmed()
  @IsString({ message: '备注请填写文字' })
  @MaxLength(200, { message: '备注最多 200 个字' })
  @signsUpTo(200, { message: '备注最多 200 个字' })
  note?: string;
}
