import { Entity, Index, PrimaryColumn } from 'typeorm';
import { Flag, Id, Text } from '../database/columns';

/** A working calendar that people can edit: a base rule, and days of its own that win over it. */
@Entity('calendars')
export class Calendar {
  @PrimaryColumn({ type: 'varchar', length: 40 }) id: string;
  @Text(60) name: string;
  @Flag({ default: false }) weekendsWork: boolean;
  @Flag({ default: false }) holidaysWork: boolean;
}

@Entity('calendar_days')
@Index(['calendarId', 'date'], { unique: true })
export class CalendarDay {
  @Id() id: string;
  @Text(40) calendarId: string;
  /** Beijing civil date, YYYY-MM-DD. */
  @Text(10) date: string;
  @Flag() working: boolean;
  @Text(60) note: string;
}
