import { Transform, Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';

export class TaskListDto {
  @IsOptional()
  @IsIn(['today', 'overdue', 'upcoming'], { message: '请选择今天、已超时或将来的任务' })
  due?: 'today' | 'overdue' | 'upcoming';

  @IsOptional()
  @IsIn(['mine', 'team'], { message: '请选择我的任务或团队任务' })
  scope?: 'mine' | 'team';

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

export class CompletionDto {
  @IsOptional()
  @Transform(({ value }) => (typeof value === 'string' ? value.trim() : value))
  @IsString({ message: '完成说明请填写文字' })
  @MaxLength(200, { message: '完成说明请控制在 200 字以内' })
  @Matches(/^[^\p{Cs}]*$/u, { message: '完成说明含有无法识别的字符' })
  note?: string;
}
