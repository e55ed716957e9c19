import { applyDecorators } from '@nestjs/common';
import { IsISO8601, Matches } from 'class-validator';

/** A civil day as `2026-11-30`, one that the calendar has. */
export const IsCivilDay = (message: string): PropertyDecorator =>
  applyDecorators(IsISO8601({ strict: true }, { message }), Matches(/^\d{4}-\d{2}-\d{2}$/, { message }));
