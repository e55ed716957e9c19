import type { RotaTurnRequest } from '@guihu/shared';
import { IsString, Length } from 'class-validator';
import { IsInstant } from '../../../platform/http/instant';

const TIME_SENTENCE = '请填写正确的日期和时间';

export class RotaQueryDto {
  @IsString({ message: '请选择楼盘' })
  @Length(1, 36, { message: '请选择楼盘' })
  projectId: string;

  @IsInstant(TIME_SENTENCE)
  from: string;

  @IsInstant(TIME_SENTENCE)
  to: string;
}

export class RotaTurnDto implements RotaTurnRequest {
  @IsString({ message: '请选择同事' })
  @Length(1, 36, { message: '请选择同事' })
  staffId: string;

  @IsInstant(TIME_SENTENCE)
  fromAt: string;

  @IsInstant(TIME_SENTENCE)
  toAt: string;
}
