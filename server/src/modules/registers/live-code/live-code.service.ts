import { randomInt } from 'node:crypto';
import type { LiveCodeDraft, StaffLiveCode } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/columns';
import { Database, execute, insertRows } from '../../../platform/database/database';
import type { StaffActor } from '../../../platform/http/actor';
import { coded, refusedField } from '../../../platform/http/coded-error';
import { ChannelDirectory, ProjectQueries } from '../project';
import { StaffQueries } from '../staff';
import { newCode } from './live-code.policy';
import { LiveCodeQueries } from './live-code.queries';

const UNUSED = { customer_id: null, retired_at: null, picture_mime: null, scans: 0, visitors: 0, leads: 0 };

const refused = (field: string, message: string) => refusedField('live-code.invalid', field, 'invalid', message);

/** Codes that colleagues print: of a channel, a campaign, an agent, the door. */
@Injectable()
export class LiveCodeService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly queries: LiveCodeQueries,
    private readonly projects: ProjectQueries,
    private readonly channels: ChannelDirectory,
    private readonly staff: StaffQueries,
  ) {}

  /** @throws CodedError `project.not-found`, `channel.unknown`, `live-code.invalid` */
  async make(actor: StaffActor, draft: LiveCodeDraft): Promise<StaffLiveCode> {
    const now = this.clock.now();
    const project = await this.projects.ofStaff(actor, draft.projectId);
    const channelCode = await this.channelOf(draft);
    const staffId = draft.kind === 'agent' ? await this.agentOf(actor, project.id, draft.staffId ?? actor.staffId) : null;
    const expiresAt = draft.expiresAt === undefined ? null : Date.parse(draft.expiresAt);
    if (expiresAt !== null && expiresAt <= now) throw refused('expiresAt', '到期时间请选择将来的时间');
    const id = newId();
    const row = {
      id,
      code: newCode(randomInt),
      kind: draft.kind,
      project_id: project.id,
      channel_code: channelCode,
      staff_id: staffId,
      label: draft.label,
      created_by_id: actor.staffId,
      created_at: now,
      expires_at: expiresAt,
    };
    const [told] = await this.queries.describe([{ ...row, ...UNUSED }]);
    return this.database.useCase(async (tx) => {
      await insertRows(tx, 'live_codes', [row]);
      await this.audit.record(tx, actor.staffId, 'live-code.made', `live-code:${id}`, { kind: draft.kind, projectId: project.id });
      return told as StaffLiveCode;
    });
  }

  /**
   * What was printed stays on walls: whoever scans it is welcome, the code stands for nothing any more. Twice is once.
   * @throws CodedError `live-code.not-found`, `permission.denied` for what a colleague made for the whole project
   */
  async retire(actor: StaffActor, id: string): Promise<StaffLiveCode> {
    const code = await this.queries.one(actor, id);
    if (!code) throw coded('live-code.not-found');
    if (actor.scope.kind === 'own' && code.kind !== 'agent' && !(await this.queries.madeBy(actor.staffId, id))) {
      throw coded('permission.denied', '这个码由其他同事创建，请联系创建人或经理停用');
    }
    return this.database.useCase(async (tx) => {
      const won = await execute(tx, 'UPDATE live_codes SET retired_at = ? WHERE id = ? AND retired_at IS NULL', [this.clock.now(), id]);
      if (won > 0) await this.audit.record(tx, actor.staffId, 'live-code.retired', `live-code:${id}`);
      return { ...code, state: 'retired' as const };
    });
  }

  /** Each code but that of the door says where people come from (A7). */
  private async channelOf({ kind, channelCode }: LiveCodeDraft): Promise<string | null> {
    if (kind === 'site') return null;
    const channel = channelCode ? await this.channels.find(channelCode) : null;
    if (!channel?.active) throw refusedField('channel.unknown', 'channelCode', 'unknown', '来源渠道不在登记范围内，请重新选择');
    return channel.code;
  }

  /** One's own code, or that of somebody one leads: a code in a colleague's name would take their customers. */
  private async agentOf(actor: StaffActor, projectId: string, staffId: string): Promise<string> {
    const { scope } = actor;
    const led = scope.kind === 'team' ? await this.staff.teamMembers(scope.teamIds) : [];
    const mayFor = scope.kind === 'group' || scope.kind === 'project' || staffId === actor.staffId || led.includes(staffId);
    const sells = mayFor && (await this.staff.sellingStaff(projectId)).some((colleague) => colleague.id === staffId);
    if (!sells) throw refused('staffId', '请选择本项目的置业顾问');
    return staffId;
  }
}
