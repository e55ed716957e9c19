import { beijingDate, needsRealName, REWARD_FORMS, REWARD_PARTIES, REWARD_STATUS_LABELS, type RewardStatus } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../../../platform/audit/audit';
import { Database } from '../../../../platform/database/database';
import type { StaffActor } from '../../../../platform/http/actor';
import { csvPieces } from '../../../../platform/spreadsheet';
import { CustomerRegister, RealNames } from '../../../registers/customer';
import { HomeRegister } from '../../../registers/home';
import { ProjectQueries } from '../../../registers/project';
import { StaffQueries } from '../../../registers/staff';
import { REWARD_COLUMNS, type RewardRow, rewardOf } from '../reward.rows';

const LOT = 500;

const HEADER = [
  '奖励编号',
  '客户',
  '手机号',
  '实名',
  '身份',
  '形式',
  '应发',
  '抵扣',
  '实发',
  '单位',
  '状态',
  '规则',
  '计算说明',
  '房屋',
  '产生日期',
  '审核人',
  '发放人',
  '凭证号',
  '发放日期',
];

/** The rewards of a project as a table for finance. Numbers and real names are masked: whoever pays knows the account, not the phone. */
@Injectable()
export class RewardExportService {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly projects: ProjectQueries,
    private readonly customers: CustomerRegister,
    private readonly homes: HomeRegister,
    private readonly staff: StaffQueries,
    private readonly realNames: RealNames,
  ) {}

  /** @throws CodedError `project.not-found` */
  async start(
    actor: StaffActor,
    { projectId, status }: { projectId: string; status?: RewardStatus },
  ): Promise<{ name: string; pieces: AsyncGenerator<string> }> {
    const project = await this.projects.ofStaff(actor, projectId);
    const at = await this.database.transaction((tx) =>
      this.audit.record(tx, actor.staffId, 'rewards.exported', `project:${projectId}`, { status: status ?? null }),
    );
    const what = status ? REWARD_STATUS_LABELS[status] : '全部';
    return { name: `奖励-${project.name}-${what}-${beijingDate(at)}`, pieces: csvPieces(HEADER, this.lines(projectId, status)) };
  }

  private async *lines(projectId: string, status?: RewardStatus): AsyncGenerator<string[]> {
    for (let after = ''; ; ) {
      const rows = await this.database.rows<RewardRow>(
        `SELECT ${REWARD_COLUMNS} FROM rewards r WHERE r.project_id = ?${status ? ' AND r.status = ?' : ''} AND r.id > ? ORDER BY r.id LIMIT ${LOT}`,
        [projectId, ...(status ? [status] : []), after],
      );
      yield* await this.linesOf(rows.map(rewardOf));
      if (rows.length < LOT) return;
      after = rows.at(-1)?.id as string;
    }
  }

  private async linesOf(rewards: readonly RewardRow[]): Promise<string[][]> {
    const [people, places, names, realNames] = await Promise.all([
      this.customers.briefs(rewards.map((r) => r.person_id)),
      this.homes.places(rewards.flatMap((r) => (r.unit_id ? [r.unit_id] : []))),
      this.staff.byIds(rewards.flatMap((r) => [r.approved_by_id, r.paid_by_id].filter((id): id is string => id !== null))),
      this.realNames.masked(rewards.filter(({ form }) => needsRealName(form)).map((r) => r.person_id)),
    ]);
    return rewards.map((r) => {
      const amount = r.form === 'points' ? String : yuan;
      const paid = r.status === 'paid' || r.status === 'clawed-back';
      return [
        r.id,
        people.get(r.person_id)?.name ?? '',
        people.get(r.person_id)?.phoneMasked ?? '',
        needsRealName(r.form) ? (realNames.get(r.person_id) ?? '未实名') : '',
        REWARD_PARTIES[r.party],
        REWARD_FORMS[r.form],
        amount(r.amount),
        paid ? amount(r.kept) : '',
        paid ? amount(r.amount - r.kept) : '',
        r.form === 'points' ? '分' : '元',
        REWARD_STATUS_LABELS[r.status],
        r.rule_name,
        r.why,
        (r.unit_id && places.get(r.unit_id)?.label) || '',
        beijingDate(r.created_at),
        (r.approved_by_id && names.get(r.approved_by_id)?.name) || '',
        (r.paid_by_id && names.get(r.paid_by_id)?.name) || '',
        r.payout_reference ?? '',
        r.paid_on ?? '',
      ];
    });
  }
}

const yuan = (fen: number): string => `${Math.trunc(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
