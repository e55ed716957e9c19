import type {
  ArrivalRequest,
  CompletionRequest,
  ContractRequest,
  GradeRequest,
  OrderTransferRequest,
  PartUsed,
  PauseRequest,
  ReasonRequest,
  ResponseRequest,
} from '@guihu/shared';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsLatitude,
  IsLongitude,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsInstant } from '../../../../platform/http/instant';
import { trimmed } from '../../../../platform/http/typed-text';

export class StaffReasonDto implements ReasonRequest {
  @trimmed()
  @IsString({ message: '请填写原因' })
  @IsNotEmpty({ message: '请填写原因' })
  @MaxLength(200, { message: '原因请控制在 200 字以内' })
  reason: string;
}

export class ArrivalDto implements ArrivalRequest {
  @IsOptional()
  @IsLatitude({ message: '位置信息不正确' })
  latitude?: number;

  @IsOptional()
  @IsLongitude({ message: '位置信息不正确' })
  longitude?: number;
}

export class PauseDto extends StaffReasonDto implements PauseRequest {
  @IsOptional()
  @IsInstant('恢复时间格式不正确')
  until?: string;
}

export class OrderTransferDto extends StaffReasonDto implements OrderTransferRequest {
  @IsUUID(undefined, { message: '请选择转给哪位同事' })
  toStaffId: string;
}

export class ContractDto extends StaffReasonDto implements ContractRequest {
  @IsUUID(undefined, { message: '请选择外部单位' })
  contractorId: string;
}

export class ResponseDto implements ResponseRequest {
  @trimmed()
  @IsString({ message: '请填写答复内容' })
  @IsNotEmpty({ message: '请填写答复内容' })
  @MaxLength(500, { message: '答复请控制在 500 字以内' })
  words: string;
}

export class GradeDto extends StaffReasonDto implements GradeRequest {
  @IsIn([1, 2, 3], { message: '请选择严重性' })
  seriousness: 1 | 2 | 3;

  @IsIn([1, 2, 3], { message: '请选择影响范围' })
  scope: 1 | 2 | 3;

  @IsIn([1, 2, 3], { message: '请选择业主情绪' })
  mood: 1 | 2 | 3;
}

export class PartDto implements PartUsed {
  @trimmed()
  @IsString({ message: '请填写配件名称' })
  @IsNotEmpty({ message: '请填写配件名称' })
  @MaxLength(40, { message: '配件名称请控制在 40 字以内' })
  name: string;

  @IsInt({ message: '配件数量请填写整数' })
  @Min(1, { message: '配件数量至少为 1' })
  @Max(999, { message: '配件数量请控制在 999 以内' })
  quantity: number;

  @IsInt({ message: '金额以分为单位，请填写整数' })
  @Min(0, { message: '金额不能为负' })
  @Max(10_000_000, { message: '金额超出上限' })
  priceFen: number;
}

const MOST_PARTS = 20;

export class FinishDto implements CompletionRequest {
  @trimmed()
  @IsString({ message: '请填写处理情况' })
  @IsNotEmpty({ message: '请填写处理情况' })
  @MaxLength(1000, { message: '处理情况请控制在 1000 字以内' })
  words: string;

  @IsOptional()
  @IsArray({ message: '配件列表格式不正确' })
  @ArrayMaxSize(MOST_PARTS, { message: '配件最多 20 项' })
  @ValidateNested({ each: true, message: '配件填写有误' })
  @Type(() => PartDto)
  parts?: PartDto[];

  @IsOptional()
  @IsArray({ message: '照片列表格式不正确' })
  @ArrayMaxSize(9, { message: '照片最多 9 张' })
  @IsUUID(undefined, { each: true, message: '照片编号不正确，请重新选择' })
  beforeUploadIds?: string[];

  @IsOptional()
  @IsArray({ message: '照片列表格式不正确' })
  @ArrayMaxSize(9, { message: '照片最多 9 张' })
  @IsUUID(undefined, { each: true, message: '照片编号不正确，请重新选择' })
  afterUploadIds?: string[];

  @IsOptional()
  @trimmed()
  @IsString({ message: '请填写根本原因' })
  @MaxLength(500, { message: '根本原因请控制在 500 字以内' })
  rootCause?: string;

  @IsOptional()
  @trimmed()
  @IsString({ message: '请填写改进措施' })
  @MaxLength(500, { message: '改进措施请控制在 500 字以内' })
  correctiveAction?: string;
}
