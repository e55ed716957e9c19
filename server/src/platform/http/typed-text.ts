import { Transform } from 'class-transformer';

/** What somebody typed, without space around it and in one spelling of each character. */
export const trimmed = () => Transform(({ value }) => (typeof value === 'string' ? value.trim().normalize('NFC') : value));

/** No control characters, and nothing that turns the line around. */
export const PRINTABLE = /^[^\p{Cc}\p{Cs}\p{Co}\p{Cn}\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/u;
