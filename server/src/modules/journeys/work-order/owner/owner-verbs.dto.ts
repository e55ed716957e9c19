import type { RatingRequest, ReasonRequest } from '@guihu/shared';
import { ArrayMaxSize, IsArray, IsBoolean, IsInt, IsNotEmpty, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { trimmed } from '../../../../platform/http/typed-text';

export class ReasonDto implements ReasonRequest {
  @trimmed()
  @IsString({ message: '请填写原因' })
  @IsNotEmpty({ message: '请填写原因' })
  @MaxLength(200, { message: '原因请控制在 200 字以内' })
  reason: string;
}

export class RatingDto implements RatingRequest {
  @IsInt({ message: '请选择 1 到 5 星' })
  @Min(1, { message: '请选择 1 到 5 星' })
  @Max(5, { message: '请选择 1 到 5 星' })
  stars: number;

  @IsOptional()
  @IsArray({ message: '评价标签格式不正确' })
  @ArrayMaxSize(8, { message: '评价标签最多选 8 个' })
  @IsString({ each: true, message: '评价标签格式不正确' })
  @MaxLength(12, { each: true, message: '评价标签请控制在 12 字以内' })
  tags?: string[];

  @IsOptional()
  @trimmed()
  @IsString({ message: '评价内容格式不正确' })
  @MaxLength(500, { message: '评价请控制在 500 字以内' })
  comment?: string;

  @IsOptional()
  @IsBoolean({ message: '请选择问题是否已解决' })
  stillBroken?: boolean;
}
