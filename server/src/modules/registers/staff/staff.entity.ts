import type { Role } from '@guihu/shared';
import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Flag, Id, Instant, Int, Json, Ref, Text } from '../../../platform/database/columns';

@Entity('teams')
@Index(['projectId'])
export class Team {
  @Id() id: string;
  @ForeignKey('projects') @Ref() projectId: string;
  @Text(30) name: string;
  @Text(10) kind: 'sales' | 'service';
  /** A colleague's id; no foreign key, as the two tables would wait for each other. */
  @Ref({ nullable: true }) leaderId: string | null;
}

/** Working windows of a week, and the calendar that says which days count. */
@Entity('shifts')
export class Shift {
  @Id() id: string;
  @Text(30) name: string;
  @Text(40) calendarId: string;
  /** Weekday (1 Monday … 7 Sunday) → windows of Beijing time. */
  @Json() week: Record<string, { from: string; to: string }[]>;
}

@Entity('staff')
@Index(['phoneIndex'], { unique: true })
@Index(['teamId'])
export class Staff {
  @Id() id: string;
  @Text(20) name: string;
  @Text(30) title: string;
  @Json() roles: Role[];
  @Text(200) phoneSealed: string;
  @Text(64) phoneIndex: string;
  /** What customers may call: the project's switchboard with an extension, never the private number. */
  @Text(30, { nullable: true }) workPhone: string | null;
  @Text(200, { nullable: true }) intro: string | null;
  @ForeignKey('teams') @Ref({ nullable: true }) teamId: string | null;
  @ForeignKey('shifts') @Ref({ nullable: true }) shiftId: string | null;
  @Flag({ default: true }) active: boolean;
  /** The person's own switch: whether new leads may be offered now. */
  @Flag({ default: true }) onDuty: boolean;
  /** Most leads served at once. */
  @Int({ default: 60 }) capacity: number;
  /** Most leads offered in one Beijing day. */
  @Int({ default: 30 }) dailyQuota: number;
  @Json() skills: string[];
}

@Entity('staff_projects')
@Index(['projectId'])
export class StaffProject {
  @ForeignKey('staff') @PrimaryColumn({ type: 'varchar', length: 36 }) staffId: string;
  @ForeignKey('projects') @PrimaryColumn({ type: 'varchar', length: 36 }) projectId: string;
}

@Entity('leaves')
@Index(['staffId', 'toAt'])
export class Leave {
  @Id() id: string;
  @ForeignKey('staff') @Ref() staffId: string;
  @Instant() fromAt: number;
  @Instant() toAt: number;
  @Text(40) reason: string;
}

/** One turn of the 24-hour rota (J15). On a day with turns they stand in place of the weekly shift. */
@Entity('rota_turns')
@Index(['staffId', 'toAt'])
@Index(['projectId', 'toAt'])
export class RotaTurn {
  @Id() id: string;
  @ForeignKey('projects') @Ref() projectId: string;
  @ForeignKey('staff') @Ref() staffId: string;
  @Instant() fromAt: number;
  @Instant() toAt: number;
  @ForeignKey('staff') @Ref({ nullable: true }) createdById: string | null;
}
