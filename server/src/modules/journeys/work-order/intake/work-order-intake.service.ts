import {
  beijingDate,
  type ComplaintGrade,
  type HomeRight,
  MOST_PHOTOS,
  MOST_VIDEOS,
  mayAtHome,
  severityOf,
  type UploadKind,
  type WorkOrderKind,
  type WorkOrderReceipt,
  type WorkOrderReport,
  warrantyVerdict,
} from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../../platform/clock/clock';
import { FieldCipher } from '../../../../platform/crypto/field-cipher';
import { newId } from '../../../../platform/database/columns';
import { Database } from '../../../../platform/database/database';
import { Gathering } from '../../../../platform/database/gathering';
import { GroupCommit } from '../../../../platform/database/group-commit';
import type { Actor } from '../../../../platform/http/actor';
import { coded, refusedField } from '../../../../platform/http/coded-error';
import { currentCorrelationId } from '../../../../platform/logging/correlation';
import { normalisePhone } from '../../../../platform/phone';
import { type AskedHome, HomeRegister, type KnownHome } from '../../../registers/home';
import { ProjectQueries } from '../../../registers/project';
import { UploadRegister } from '../../../registers/upload';
import { CategoryQueries, type KnownCategory } from '../category.queries';
import { DispatchRules } from '../dispatch/dispatch-rules';
import { type NewOrder, type OpenOrder, OrderBook } from '../order-book';
import { promiseOf } from '../progress.policy';
import { DISPATCH_ORDER } from '../work-order.jobs';
import { orderSubject } from '../work-order.rows';
import { orderNumber } from './order-number';

const DAY = 24 * 3_600_000;
const FURTHEST_WISH_DAYS = 30;
/** Clocks of phones run a little behind. */
const WISH_GRACE_MS = 60_000;

/** A report that is ready to be written. */
interface Reported {
  actor: Actor;
  order: OpenOrder;
  uploadIds: readonly string[];
  at: number;
  correlationId: string | undefined;
}

/** An owner's report becomes a work order: received at once, dispatched by the job written with it. */
@Injectable()
export class WorkOrderIntakeService {
  private readonly lookups = new Gathering<AskedHome, KnownHome | null>((asked) => this.homes.knownHomes(asked), { atOnce: 1, lot: 32 });
  private readonly commits: GroupCommit<Reported, WorkOrderReceipt>;

  constructor(
    database: Database,
    private readonly clock: Clock,
    private readonly cipher: FieldCipher,
    private readonly homes: HomeRegister,
    private readonly projects: ProjectQueries,
    private readonly categories: CategoryQueries,
    private readonly rules: DispatchRules,
    private readonly uploads: UploadRegister,
    private readonly book: OrderBook,
  ) {
    this.commits = new GroupCommit(database, (tx, lot) => this.write(tx, lot));
  }

  /**
   * J1: a number in seconds. The warranty verdict is taken now and kept: a later date does not change what the owner was told.
   * @throws CodedError `home.not-yours`, `category.unknown`, `phone.invalid`, `work-order.preferred-time-past`, `upload.*`
   */
  async report(actor: Actor, report: WorkOrderReport): Promise<WorkOrderReceipt> {
    const { unitId, kind } = report;
    const { membership, buildingId, deliveredOn } = await this.homeOf(actor, unitId, kind === 'repair' ? 'report' : 'complain');
    const category = await this.categoryOf(kind, report.category);
    const now = this.clock.now();
    const preferredAt = readWish(report.preferredTime, now);
    const contact = readContact(report.contactPhone);
    const [project, rules] = await Promise.all([this.projects.find(membership.projectId), this.rules.current(membership.projectId)]);
    const grade = kind === 'repair' ? null : gradeOf(category, report);
    const order: NewOrder = {
      id: newId(),
      number: orderNumber(kind, project?.code ?? 'GH', now),
      kind,
      project_id: membership.projectId,
      building_id: buildingId,
      unit_id: unitId,
      customer_id: actor.customerId as string,
      category_id: category.id,
      description: report.description.trim(),
      contact_sealed: contact === null ? null : this.cipher.encrypt(contact),
      preferred_at: preferredAt,
      urgent: report.urgent ?? false,
      severity: grade && kind === 'complaint' ? severityOf(grade) : null,
      grade: kind === 'complaint' ? grade : null,
      warranty: warrantyVerdict(kind === 'repair' ? category.part : null, deliveredOn, beijingDate(now)),
      policy_version: rules.version,
      created_at: now,
    };
    const opened = await this.book.begin(order);
    opened.note(now, 'reported', { kind: 'customer', id: actor.customerId }, { kind, urgent: order.urgent, preferredAt });
    return this.commits.take({ actor, order: opened, uploadIds: report.uploadIds ?? [], at: now, correlationId: currentCorrelationId() });
  }

  /** Reports that came at the same moment, with as many statements as one. */
  private async write(tx: EntityManager, lot: readonly Reported[]): Promise<WorkOrderReceipt[]> {
    for (const { actor, order, uploadIds } of lot) {
      if (uploadIds.length > 0) checkMany(await this.uploads.attach(tx, actor, uploadIds, orderSubject(order.row.id), 'report'));
    }
    const dispatches = lot.map(({ order: { row }, correlationId }) => ({
      kind: DISPATCH_ORDER,
      payload: { orderId: row.id },
      subject: orderSubject(row.id),
      correlationId,
    }));
    await this.book.save(
      tx,
      lot.map(({ order }) => order),
      ...dispatches,
    );
    return lot.map(({ order, at }) => {
      const { id, number, status, warranty } = order.row;
      return { id, number, status, warranty, promise: promiseOf(order.log, order.policy, order.schedule, at) };
    });
  }

  /** @throws CodedError `home.not-yours`, the same for a home of others, one that does not exist and a right not held */
  private async homeOf({ customerId }: Actor, unitId: string, right: HomeRight): Promise<KnownHome> {
    const home = customerId === null ? null : await this.lookups.add({ customerId, unitId });
    if (!home || !mayAtHome(home.membership, right)) throw coded('home.not-yours');
    return home;
  }

  private async categoryOf(kind: WorkOrderKind, id: string): Promise<KnownCategory> {
    const category = await this.categories.find(id);
    if (!category || category.kind !== kind) throw refusedField('category.unknown', 'category', 'unknown', '没有这个类别，请重新选择');
    return category;
  }
}

/** Until the desk grades it: the category's seriousness, and what the person said of reach and mood (J10). */
const gradeOf = (category: KnownCategory, { scope, mood }: WorkOrderReport): ComplaintGrade => ({
  seriousness: category.seriousness,
  scope: scope ?? 1,
  mood: mood ?? 1,
});

/** @throws CodedError `request.invalid` for more than one report may hold */
function checkMany(taken: readonly { kind: UploadKind }[]): void {
  const videos = taken.filter(({ kind }) => kind === 'video').length;
  if (videos <= MOST_VIDEOS && taken.length - videos <= MOST_PHOTOS) return;
  throw refusedField('request.invalid', 'uploadIds', 'many', `照片最多 ${MOST_PHOTOS} 张、视频最多 ${MOST_VIDEOS} 段`);
}

function readWish(wish: string | undefined, now: number): number | null {
  if (wish === undefined) return null;
  const at = Date.parse(wish);
  if (!(at >= now - WISH_GRACE_MS && at <= now + FURTHEST_WISH_DAYS * DAY)) {
    throw refusedField('work-order.preferred-time-past', 'preferredTime', 'range', '希望上门的时间需要晚于现在，且在 30 天以内');
  }
  return at;
}

function readContact(input: string | undefined): string | null {
  if (input === undefined || input.trim() === '') return null;
  const read = normalisePhone(input);
  if (!read.ok) throw refusedField('phone.invalid', 'contactPhone', 'phone', '联系电话格式不正确，请检查后重新填写');
  return read.e164;
}
