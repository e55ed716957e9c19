import { SITE_DUTIES, type SiteDutiesWanted, type SiteDuty, type SitePost, type SiteRotaCopy, type SiteRotaDayDraft } from '@guihu/shared';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { PRINTABLE, trimmed } from '../../../platform/http/typed-text';

const DUTIES = Object.keys(SITE_DUTIES);
const DATE = /^20\d{2}-\d{2}-\d{2}$/;
const DATE_SENTENCE = '日期请写成 2026-11-29 的样子';
/** More than the rule lets anybody save, which says so in its own words. */
const MOST_SENT = 100;

export class SiteWeekDto implements SiteRotaCopy {
  @IsUUID(undefined, { message: '请选择楼盘' })
  projectId: string;

  @Matches(DATE, { message: DATE_SENTENCE })
  from: string;
}

export class SiteDutiesWantedDto implements SiteDutiesWanted {
  @IsUUID(undefined, { message: '请选择楼盘' })
  projectId: string;

  @IsArray({ message: '请选择要有人的岗位' })
  @ArrayUnique({ message: '岗位请勿重复' })
  @IsIn(DUTIES, { each: true, message: '请从给出的岗位中选择' })
  wanted: SiteDuty[];
}

export class SitePostDto implements SitePost {
  @IsIn(DUTIES, { message: '请选择岗位' })
  duty: SiteDuty;

  @trimmed()
  @IsString({ message: '请填写姓名' })
  @IsNotEmpty({ message: '请填写姓名' })
  @MaxLength(20, { message: '姓名请控制在 20 个字以内' })
  @Matches(PRINTABLE, { message: '姓名含有无法识别的字符，请重新填写' })
  name: string;

  @IsString({ message: '请选择开始时间' })
  @MaxLength(5, { message: '时间不正确' })
  from: string;

  @IsString({ message: '请选择结束时间' })
  @MaxLength(5, { message: '时间不正确' })
  to: string;

  @ValidateIf(({ note }) => note !== null)
  @trimmed()
  @IsString({ message: '备注请填写文字' })
  @MaxLength(40, { message: '备注请控制在 40 个字以内' })
  @Matches(PRINTABLE, { message: '备注含有无法识别的字符，请重新填写' })
  note: string | null;
}

export class SiteRotaDayDto implements SiteRotaDayDraft {
  @IsUUID(undefined, { message: '请选择楼盘' })
  projectId: string;

  /** Which days there are is a rule (`dayRefused`). */
  @Matches(/^([1-7]|20\d{2}-\d{2}-\d{2})$/, { message: '请选择星期或日期' })
  day: string;

  @ValidateIf(({ posts }) => posts !== null)
  @IsArray({ message: '请安排当天的人员' })
  @ArrayMaxSize(MOST_SENT, { message: '当天的人次太多' })
  @ValidateNested({ each: true, message: '排班格式不正确' })
  @Type(() => SitePostDto)
  posts: SitePostDto[] | null;

  @IsInt({ message: '缺少版本' })
  @Min(0, { message: '版本不正确' })
  basedOnVersion: number;
}
