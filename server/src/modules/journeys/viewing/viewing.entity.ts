import type { HostChoice, TourStop, ViewingFeedback, ViewingKind, ViewingPlan, ViewingStatus, WaitStatus } from '@guihu/shared';
import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Flag, Id, Instant, Int, Json, Ref, Text } from '../../../platform/database/columns';

/** How one kind of visit is offered in one project; each save is a row, and the newest one holds. */
@Entity('viewing_plans')
@Index(['projectId', 'kind', 'version'], { unique: true })
@Index(['currentKey'], { unique: true })
@Index(['projectId', 'currentKey'])
export class ViewingPlanRecord {
  @Id() id: string;
  @ForeignKey('projects') @Ref() projectId: string;
  @Text(20) kind: ViewingKind;
  @Int() version: number;
  /** `project:kind` in the newest version, empty in earlier ones: of two saves at once one wins. */
  @Text(60, { nullable: true }) currentKey: string | null;
  @Json() plan: Omit<ViewingPlan, 'id' | 'projectId' | 'kind' | 'version' | 'audience'> & Partial<Pick<ViewingPlan, 'audience'>>;
  @ForeignKey('staff') @Ref({ nullable: true }) savedById: string | null;
  @Instant() savedAt: number;
}

/** A slot that somebody booked once. Its numbers decide who has the last seat. */
@Entity('viewing_slots')
@Index(['projectId', 'kind', 'startsAt'])
export class ViewingSlot {
  /** Deterministic: project, kind and start, so that a new version of the plan keeps the seats that are taken. */
  @PrimaryColumn({ type: 'varchar', length: 64 }) id: string;
  @ForeignKey('projects') @Ref() projectId: string;
  @Text(20) kind: ViewingKind;
  @Instant() startsAt: number;
  @Instant() endsAt: number;
  /** Seats that are booked or kept for whoever was offered one. */
  @Int({ default: 0 }) taken: number;
  /** Of these, not by customers of high intent (F4). */
  @Int({ default: 0 }) takenGeneral: number;
  /** How many stand in its line and were offered nothing yet: no seat is anybody else's while one of them may have it (F5). */
  @Int({ default: 0 }) waiting: number;
}

/** One booked visit, or a walk-in. */
@Entity('viewings')
@Index(['number'], { unique: true })
@Index(['openKey'], { unique: true })
@Index(['projectId', 'startsAt', 'id'])
@Index(['hostId', 'startsAt', 'id'])
@Index(['customerId', 'startsAt', 'id'])
@Index(['status', 'startsAt', 'id'])
@Index(['slotId', 'status'])
@Index(['leadId'])
@Index(['accountId', 'startsAt', 'id'])
export class Viewing {
  @Id() id: string;
  @Text(24) number: string;
  @ForeignKey('projects') @Ref() projectId: string;
  @Text(20) kind: ViewingKind;
  /** The version it was booked under; empty for a walk-in. */
  @ForeignKey('viewing_plans') @Ref({ nullable: true }) planId: string | null;
  @Text(64, { nullable: true }) slotId: string | null;
  @Instant() startsAt: number;
  @Instant() endsAt: number;
  @Text(12) status: ViewingStatus;
  /** `booking`, `wait`, `walk-in`. */
  @Text(12) origin: 'booking' | 'wait' | 'walk-in';
  @ForeignKey('customers') @Ref() customerId: string;
  @ForeignKey('accounts') @Ref({ nullable: true }) accountId: string | null;
  @ForeignKey('leads') @Ref({ nullable: true }) leadId: string | null;
  @ForeignKey('staff') @Ref({ nullable: true }) hostId: string | null;
  @Json() hostChoice: HostChoice;
  @Int({ default: 1 }) partySize: number;
  @Text(200, { nullable: true }) note: string | null;
  @Json() unitIds: string[];
  /** Whether its seat counts among those open to everybody (F4). */
  @Flag() general: boolean;
  /** `slot:customer` while its seat is taken: nobody books a slot twice. */
  @Text(110, { nullable: true }) openKey: string | null;
  @Int({ default: 0 }) reschedules: number;
  @Text(40, { nullable: true }) liveCode: string | null;
  @Instant({ nullable: true }) checkedInAt: number | null;
  /** `staff`, `pass`, `site`. */
  @Text(10, { nullable: true }) checkedInBy: 'staff' | 'pass' | 'site' | null;
  /** Stops of the tour that were made, ticked while the visitor was there. */
  @Json({ nullable: true }) tour: { stop: TourStop; at: number; by: string }[] | null;
  @Instant({ nullable: true }) completedAt: number | null;
  @Json({ nullable: true }) feedback: ViewingFeedback | null;
  @Int({ nullable: true }) stars: number | null;
  @Json({ nullable: true }) rating: { stars: number; tags: string[]; words: string | null; at: string } | null;
  @Instant({ nullable: true }) cancelledAt: number | null;
  @Text(200, { nullable: true }) cancelReason: string | null;
  @Instant() createdAt: number;
  @Instant() updatedAt: number;
}

/**
 * Five minutes of one colleague, taken by one holder: the primary key refuses a host in two places. A visit takes its own time and
 * the buffers around it, so that the buffers of neighbours add up.
 */
@Entity('viewing_host_times')
@Index(['holder'])
@Index(['staffId', 'opens', 'bucket'])
export class ViewingHostTime {
  @ForeignKey('staff') @PrimaryColumn({ type: 'varchar', length: 36 }) staffId: string;
  /** Epoch milliseconds divided by five minutes. */
  @PrimaryColumn({ type: 'int' }) bucket: number;
  /** A viewing's id; a wait's while it is offered a seat; a slot's where one host receives everybody. */
  @Text(64) holder: string;
  /** On the first bucket of a stretch, which tells its length, so that a calendar reads one row for each. */
  @Flag({ default: false }) opens: boolean;
  @Int({ default: 0 }) span: number;
}

/** A place in the line for a full slot; in order of their ids. */
@Entity('viewing_waits')
@Index(['openKey'], { unique: true })
@Index(['slotId', 'status', 'id'])
@Index(['status', 'startsAt', 'slotId'])
@Index(['customerId', 'id'])
@Index(['accountId', 'id'])
export class ViewingWait {
  @Id() id: string;
  @Text(64) slotId: string;
  @ForeignKey('projects') @Ref() projectId: string;
  @Text(20) kind: ViewingKind;
  @Instant() startsAt: number;
  @Instant() endsAt: number;
  @ForeignKey('customers') @Ref() customerId: string;
  @ForeignKey('accounts') @Ref({ nullable: true }) accountId: string | null;
  @ForeignKey('leads') @Ref({ nullable: true }) leadId: string | null;
  @Text(10) status: WaitStatus;
  /** `slot:customer` while waiting or offered. */
  @Text(110, { nullable: true }) openKey: string | null;
  @Text(200, { nullable: true }) note: string | null;
  @Text(40, { nullable: true }) liveCode: string | null;
  /** How the kept seat counts, while one is offered. */
  @Flag() general: boolean;
  @Instant({ nullable: true }) offerUntil: number | null;
  @ForeignKey('viewings') @Ref({ nullable: true }) viewingId: string | null;
  @Instant() createdAt: number;
  @Instant() updatedAt: number;
}

/** What happened to a viewing, in order of the ids; append-only. */
@Entity('viewing_events')
@Index(['viewingId', 'id'])
export class ViewingEventRecord {
  @Id() id: string;
  @ForeignKey('viewings') @Ref() viewingId: string;
  @Instant() at: number;
  @Text(24) type: string;
  @Text(10) actorKind: 'customer' | 'staff' | 'system';
  @Ref({ nullable: true }) actorId: string | null;
  @Json({ nullable: true }) data: Record<string, unknown> | null;
}

/** What a visitor shows at the door: good once, for a few minutes, and kept as a hash only. */
@Entity('viewing_passes')
@Index(['codeHash'], { unique: true })
@Index(['viewingId'])
@Index(['expiresAt'])
export class ViewingPassRecord {
  @Id() id: string;
  @ForeignKey('viewings') @Ref() viewingId: string;
  @Text(64) codeHash: string;
  @Instant() expiresAt: number;
  @Instant({ nullable: true }) usedAt: number | null;
  @Instant() createdAt: number;
}
