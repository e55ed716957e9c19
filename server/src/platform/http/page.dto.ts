import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

/** What every list takes: where to go on, and how many at once. */
export class PageDto {
  /** `nextCursor` of the page before. */
  @IsOptional()
  @IsString()
  @MaxLength(200, { message: '翻页位置无效' })
  cursor?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: '每页条数请填写整数' })
  @Min(1, { message: '每页至少 1 条' })
  @Max(100, { message: '每页最多 100 条' })
  limit?: number;
}
