import { applyDecorators } from '@nestjs/common';
import { Matches, ValidateBy } from 'class-validator';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Not every day of that shape is in the calendar; the parser lets 30 February pass as 2 March. */
function isInCalendar(value: unknown): boolean {
  if (typeof value !== 'string' || !DAY.test(value)) return false;
  const at = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(value);
}

/** A civil day as `2026-11-30`. */
export const IsCivilDay = (message: string): PropertyDecorator =>
  applyDecorators(Matches(DAY, { message }), ValidateBy({ name: 'isCivilDay', validator: { validate: isInCalendar } }, { message }));
