import { applyDecorators } from '@nestjs/common';
import { IsISO8601, Matches, MaxLength } from 'class-validator';

/**
 * Date and time with its zone. ISO 8601 also knows weeks (`2026-W10`) and dates without dashes, which `Date.parse` does not read,
 * and a time without a zone would be read differently on every machine.
 */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** An instant as programs send it, which `Date.parse` reads; `message` is what people are told. */
export const IsInstant = (message: string): PropertyDecorator =>
  applyDecorators(IsISO8601({ strict: true }, { message }), Matches(INSTANT, { message }), MaxLength(40, { message }));
