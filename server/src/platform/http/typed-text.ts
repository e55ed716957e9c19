import { Transform } from 'class-transformer';
import { Matches, type ValidationOptions } from 'class-validator';

/** What somebody typed, without space around it and in one spelling of each character. */
export const trimmed = () => Transform(({ value }) => (typeof value === 'string' ? value.trim().normalize('NFC') : value));

/** No control characters, and nothing that turns the line around. */
export const PRINTABLE = /^[^\p{Cc}\p{Cs}\p{Co}\p{Cn}\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/u;

/** Counted as columns count: to `Length` a character and its emoji sign are one, in a table they are two. */
export const signsUpTo = (most: number, options: ValidationOptions) => Matches(new RegExp(`^.{0,${most}}$`, 'su'), options);
