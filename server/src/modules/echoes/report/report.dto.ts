import { IsString, Length } from 'class-validator';
import { IsInstant } from '../../../platform/http/instant';

const TIME_SENTENCE = '请填写正确的起止时间';

export class ReportQueryDto {
  @IsString({ message: '请选择楼盘' })
  @Length(1, 36, { message: '请选择楼盘' })
  projectId: string;

  @IsInstant(TIME_SENTENCE)
  from: string;

  @IsInstant(TIME_SENTENCE)
  to: string;
}
