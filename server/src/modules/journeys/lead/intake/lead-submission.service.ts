import type { DuplicateProbeAnswer, LeadIntent, LeadReceipt, LeadSubmission, StaffLeadEntry, StaffLeadReceipt } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../../../../platform/database/database';
import type { Actor, StaffActor } from '../../../../platform/http/actor';
import { coded, refusedField } from '../../../../platform/http/coded-error';
import { normalisePhone } from '../../../../platform/phone';
import { Consents, CustomerRegister } from '../../../registers/customer';
import { Accounts, Sessions } from '../../../registers/identity';
import { LiveCodes } from '../../../registers/live-code';
import { ChannelDirectory, ProjectQueries, UNRECOGNISED_CHANNEL } from '../../../registers/project';
import { broughtBy } from './brought.policy';
import { IntakeQueue } from './intake-queue';
import { type Arrived, LeadIntakeService } from './lead-intake.service';

const JOINED_MESSAGE = '这位客户已由同事跟进，本次到访已记录并通知对方';

/** The doors of intake: the prospect's own form, and the colleague at the desk or on the phone. */
@Injectable()
export class LeadSubmissionService {
  constructor(
    private readonly database: Database,
    private readonly intake: LeadIntakeService,
    private readonly queue: IntakeQueue,
    private readonly projects: ProjectQueries,
    private readonly channels: ChannelDirectory,
    private readonly codes: LiveCodes,
    private readonly consents: Consents,
    private readonly customers: CustomerRegister,
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
  ) {}

  /** @throws CodedError for an unknown project, an unreadable phone, an outdated policy or a missing agreement. */
  async submit(actor: Actor, form: LeadSubmission): Promise<LeadReceipt> {
    const project = await this.openProject(form.projectId);
    checkRanges(form.intent);
    await this.consents.check(form.consent);
    const phone = form.phone === undefined ? await this.boundPhone(actor) : readPhone(form.phone);
    const { channel, note: touchNote, liveCode, preferredStaffId, notice } = await this.source(form, project.id);
    const answerOf = (arrived: Arrived): LeadReceipt => {
      const theirOwn = arrived.customerIsNew || arrived.customerId === actor.customerId;
      // Whoever types somebody else's number learns nothing of how far that person's lead has come.
      return {
        id: arrived.leadId,
        receiptNo: arrived.receiptNo,
        status: theirOwn ? arrived.status : 'received',
        ...(notice ? { notice } : {}),
      };
    };
    const arrival = {
      project,
      phone,
      name: form.name,
      gender: form.gender ?? ('unknown' as const),
      channel,
      intent: form.intent ?? {},
      touchNote,
      liveCode,
      preferredStaffId,
      accountId: actor.accountId,
      enteredById: null,
      consent: { given: form.consent, basis: 'mini-program' as const },
    };
    const arrived = await this.queue.take({ arrival, answerOf, alongside: (tx, own) => this.adopt(tx, actor, own) });
    return answerOf(arrived);
  }

  /** What a form says of where it comes from; a channel or a code that nobody registered parks it (A6). */
  private async source(form: LeadSubmission, projectId: string) {
    const asked = form.channelCode === undefined ? null : await this.channels.find(form.channelCode);
    const typed = (form.liveCode ?? form.referralCode ?? '').trim();
    const brought = broughtBy(typed, typed === '' ? null : await this.codes.read(typed), asked?.code ?? null, projectId);
    const known = await this.channels.find(brought.channelCode);
    // A good code stands above a channel that nobody knows.
    if (known && (asked || form.channelCode === undefined || brought.liveCode)) return { ...brought, channel: known };
    const lost = form.channelCode === undefined ? [] : [`原渠道码：${form.channelCode}`];
    return { ...brought, channel: await this.parked(), note: [...lost, ...(brought.note ? [brought.note] : [])].join('；') || null };
  }

  /** The account learns which customer it made. */
  private async adopt(tx: EntityManager, actor: Actor, { customerIsNew, customerId }: Arrived): Promise<void> {
    if (!customerIsNew || actor.customerId) return;
    await this.accounts.adopt(tx, actor.accountId, customerId);
    this.database.afterCommit(tx, () => this.sessions.forget(actor.accountId));
  }

  /** Walk-in or call: four fields on one screen. The source must be a registered channel (A7). */
  async enter(actor: StaffActor, entry: StaffLeadEntry): Promise<StaffLeadReceipt> {
    const project = await this.ownProject(actor, entry.projectId);
    checkRanges(entry.intent);
    const channel = await this.channels.find(entry.channelCode);
    if (!channel) throw refusedField('channel.unknown', 'channelCode', 'unknown', '来源渠道不在登记范围内，请重新选择');
    if (entry.consent) await this.consents.check(entry.consent);
    const phone = readPhone(entry.phone);
    return this.database.useCase(async (tx) => {
      const arrived = await this.intake.take(tx, {
        project,
        phone,
        name: entry.name,
        gender: entry.gender ?? 'unknown',
        channel,
        intent: entry.intent ?? {},
        touchNote: entry.note ?? null,
        accountId: null,
        enteredById: actor.staffId,
        consent: entry.consent ? { given: entry.consent, basis: 'told-to-staff' } : null,
      });
      const mine = arrived.ownerId === actor.staffId;
      const message = !arrived.joined ? '已登记，正在分配置业顾问' : mine ? '这位客户正由你跟进，本次到访已记录' : JOINED_MESSAGE;
      // Blind (B5): that somebody serves them is told, not who and not how far it has come.
      const status = arrived.joined && !mine ? 'received' : arrived.status;
      return { id: arrived.leadId, receiptNo: arrived.receiptNo, status, joined: arrived.joined, message };
    });
  }

  /** Whether this phone is served here already; never who it is or by whom (B5). */
  async probe(actor: StaffActor, projectId: string, phoneAsTyped: string): Promise<DuplicateProbeAnswer> {
    await this.ownProject(actor, projectId);
    const customerId = await this.customers.idByPhone(readPhone(phoneAsTyped));
    const [open] = customerId ? await this.database.rows('SELECT id FROM leads WHERE open_key = ?', [`${projectId}:${customerId}`]) : [];
    return open ? { known: true, message: '已由同事跟进，继续登记会合并并通知对方' } : { known: false, message: '新客户，可以登记' };
  }

  /** A colleague enters and asks for the projects they work for. */
  private async ownProject(actor: StaffActor, id: string) {
    if (actor.scope.kind !== 'group' && !actor.projectIds.includes(id)) throw coded('project.not-found');
    return this.openProject(id);
  }

  private async openProject(id: string) {
    const project = await this.projects.find(id);
    if (!project?.active) throw coded('project.not-found');
    return project;
  }

  private async parked() {
    const channel = await this.channels.find(UNRECOGNISED_CHANNEL);
    if (!channel) throw coded('channel.unknown');
    return channel;
  }

  private async boundPhone(actor: Actor): Promise<string> {
    const account = await this.accounts.byId(actor.accountId);
    if (!account?.customerId || !account.phoneVerified) {
      throw refusedField('account.phone-required', 'phone', 'required', '请填写手机号，或使用微信手机号快捷填写');
    }
    return this.customers.phoneOf(this.database.manager, account.customerId);
  }
}

function readPhone(input: string): string {
  const read = normalisePhone(input);
  if (!read.ok) throw refusedField('phone.invalid', 'phone', 'phone', '手机号格式不正确，请检查后重新填写');
  return read.e164;
}

function checkRanges(intent: LeadIntent | undefined): void {
  if (!intent) return;
  const { areaMin, areaMax, budgetMin, budgetMax } = intent;
  if (areaMin !== undefined && areaMax !== undefined && areaMin > areaMax) {
    throw refusedField('request.invalid', 'intent.areaMax', 'range', '面积上限不能小于下限');
  }
  if (budgetMin !== undefined && budgetMax !== undefined && budgetMin > budgetMax) {
    throw refusedField('request.invalid', 'intent.budgetMax', 'range', '预算上限不能小于下限');
  }
}
