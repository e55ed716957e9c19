import type { ClockAnswer } from '@guihu/shared';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Matches } from 'class-validator';
import { Public } from '../http/permission.guard';
import { TimeTravel } from './time-travel';

export class AdvanceDto {
  /** ISO 8601 duration of days, hours, minutes and seconds: `PT2H`, `P3DT30M`, `PT0S`. */
  @Matches(/^P(?=\d|T\d)(\d{1,4}D)?(T(?=\d)(\d{1,5}H)?(\d{1,6}M)?(\d{1,7}S)?)?$/, { message: '时长请写成 PT2H、P3D、PT0S 这样的格式' })
  advance: string;
}

/** Only beside the simulator: moves application time forward and runs what became due on the way. */
@Controller('api/dev/clock')
export class DevClockController {
  constructor(private readonly travel: TimeTravel) {}

  @Post()
  @HttpCode(200)
  @Public()
  advance(@Body() body: AdvanceDto): Promise<ClockAnswer> {
    return this.travel.advance(durationMs(body.advance));
  }
}

export function durationMs(iso: string): number {
  const [, days, hours, minutes, seconds] = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(iso) ?? [];
  const n = (text: string | undefined) => Number(text ?? 0);
  return (((n(days) * 24 + n(hours)) * 60 + n(minutes)) * 60 + n(seconds)) * 1000;
}
