import { Column, type ColumnOptions, PrimaryColumn } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

/** Ids sort by birth, so that primary keys append and cursors need no second column. */
export const newId = (): string => uuidv7();

const number = { from: (v: unknown) => (v === null || v === undefined ? null : Number(v)), to: (v: unknown) => v };

export const Id = () => PrimaryColumn({ type: 'varchar', length: 36 });

/** A reference to another row, by its id. */
export const Ref = (options: ColumnOptions = {}) => Column({ type: 'varchar', length: 36, ...options });

/** An instant: UTC epoch milliseconds, the same number on every database. */
export const Instant = (options: ColumnOptions = {}) => Column({ type: 'bigint', transformer: number, ...options });

/** Money in fen, or any other whole number beyond 32 bits. */
export const Big = (options: ColumnOptions = {}) => Column({ type: 'bigint', transformer: number, ...options });

export const Text = (length: number, options: ColumnOptions = {}) => Column({ type: 'varchar', length, ...options });

export const Int = (options: ColumnOptions = {}) => Column({ type: 'int', ...options });

export const Flag = (options: ColumnOptions = {}) => Column({ type: 'boolean', ...options });

/** Structured data that is read whole and never searched. */
export const Json = (options: ColumnOptions = {}) => Column({ type: 'simple-json', ...options });
