import type { CalendarDayEdit } from '@guihu/shared';
import { Transform } from 'class-transformer';
import { IsBoolean, IsString, Matches, MaxLength } from 'class-validator';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DATE_SENTENCE = '日期请写成 2026-10-01 这样的格式';

export class CalendarRangeDto {
  @Matches(DATE, { message: DATE_SENTENCE })
  from: string;

  @Matches(DATE, { message: DATE_SENTENCE })
  to: string;
}

export class CalendarDayParams {
  @IsString()
  @MaxLength(40)
  id: string;

  @Matches(DATE, { message: DATE_SENTENCE })
  date: string;
}

export class CalendarDayDto implements CalendarDayEdit {
  @IsBoolean({ message: '请选择这一天上班还是休息' })
  working: boolean;

  @Transform(({ value }) => (typeof value === 'string' ? value.trim() : value))
  @IsString({ message: '请写明原因' })
  @MaxLength(60, { message: '原因请控制在 60 个字以内' })
  @Matches(/^[^\p{Cc}\p{Cs}]*$/u, { message: '原因含有无法识别的字符' })
  note: string;
}
