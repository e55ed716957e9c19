import { WORK_ORDER_KINDS, type WorkOrderKind, type WorkOrderReport } from '@guihu/shared';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { IsInstant } from '../../../../platform/http/instant';
import { signsUpTo, trimmed } from '../../../../platform/http/typed-text';

/** `POST /api/work-orders` */
export class WorkOrderReportDto implements WorkOrderReport {
  @IsIn(WORK_ORDER_KINDS, { message: '请选择报修、投诉或建议' })
  kind: WorkOrderKind;

  @IsUUID(undefined, { message: '请选择房屋' })
  unitId: string;

  @IsString({ message: '请选择类别' })
  @Length(1, 40, { message: '请选择类别' })
  category: string;

  @trimmed()
  @IsString({ message: '请描述一下问题' })
  @Length(2, 1000, { message: '请用 2 到 1000 个字描述问题' })
  // A character and its emoji sign count as one there and as two in the column.
  @signsUpTo(1000, { message: '请用 2 到 1000 个字描述问题' })
  description: string;

  @IsOptional()
  @IsArray({ message: '照片列表格式不正确' })
  @ArrayMaxSize(10, { message: '照片最多 9 张、视频最多 1 段' })
  @ArrayUnique({ message: '同一张照片不需要重复提交' })
  @IsUUID(undefined, { each: true, message: '照片编号不正确，请重新选择' })
  uploadIds?: string[];

  @IsOptional()
  @IsString({ message: '联系电话格式不正确' })
  @MaxLength(30, { message: '联系电话格式不正确' })
  contactPhone?: string;

  @IsOptional()
  @IsInstant('希望上门的时间格式不正确')
  preferredTime?: string;

  @IsOptional()
  @IsBoolean({ message: '是否紧急请选择是或否' })
  urgent?: boolean;

  @IsOptional()
  @IsInt({ message: '请选择影响范围' })
  @Min(1, { message: '请选择影响范围' })
  @Max(3, { message: '请选择影响范围' })
  scope?: 1 | 2 | 3;

  @IsOptional()
  @IsInt({ message: '请选择您的感受' })
  @Min(1, { message: '请选择您的感受' })
  @Max(3, { message: '请选择您的感受' })
  mood?: 1 | 2 | 3;
}
