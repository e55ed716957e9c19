import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { PageDto } from '../../../platform/http/page.dto';

export class TaskListDto extends PageDto {
  @IsOptional()
  @IsIn(['today', 'overdue', 'upcoming'], { message: '请选择今天、已超时或将来的任务' })
  due?: 'today' | 'overdue' | 'upcoming';

  @IsOptional()
  @IsIn(['mine', 'team'], { message: '请选择我的任务或团队任务' })
  scope?: 'mine' | 'team';
}

export class CompletionDto {
  @IsOptional()
  @Transform(({ value }) => (typeof value === 'string' ? value.trim() : value))
  @IsString({ message: '完成说明请填写文字' })
  @MaxLength(200, { message: '完成说明请控制在 200 字以内' })
  @Matches(/^[^\p{Cs}]*$/u, { message: '完成说明含有无法识别的字符' })
  note?: string;
}
