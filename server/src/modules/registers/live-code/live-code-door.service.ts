import type { LiveCodeView } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/columns';
import { Database, execute, insertRows, select } from '../../../platform/database/database';
import { CustomerRegister } from '../customer';
import { ProjectQueries } from '../project';
import { StaffQueries } from '../staff';
import { countsAgain, politely } from './live-code.policy';
import { LiveCodes, type StandsFor } from './live-codes';

const MADE_UP: Omit<LiveCodeView, 'code'> = {
  state: 'unknown',
  kind: null,
  projectId: null,
  projectName: null,
  channelCode: null,
  greeting: '',
};
/** No longer than what a code ever was: what is told back is not what anybody can fill. */
const ECHO_MOST = 32;

/** What whoever scanned a code is told. Nobody is turned away for a code that is old, edited or made up. */
@Injectable()
export class LiveCodeDoor {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly codes: LiveCodes,
    private readonly projects: ProjectQueries,
    private readonly staff: StaffQueries,
    private readonly customers: CustomerRegister,
  ) {}

  async look(typed: string): Promise<LiveCodeView> {
    return this.view(typed, await this.codes.read(typed));
  }

  /** The same, and the scan is counted: one account once in ten minutes, whoever is not signed in each time. */
  async scan(typed: string, accountId: string | null): Promise<LiveCodeView> {
    const found = await this.codes.read(typed);
    const view = await this.view(typed, found);
    if (!found) return view;
    return this.database.useCase(async (tx) => {
      await this.count(tx, found.id, accountId);
      return view;
    });
  }

  private async count(tx: EntityManager, codeId: string, accountId: string | null): Promise<void> {
    const now = this.clock.now();
    // First of all the code's own row: two scans at one moment stand in line here, so that the second sees the first.
    const lock = this.database.dialect === 'sqlite' ? '' : ' FOR UPDATE';
    await select(tx, `SELECT id FROM live_codes WHERE id = ?${lock}`, [codeId]);
    const last = accountId ? await lastScan(tx, codeId, accountId) : null;
    if (!countsAgain(last, now)) return;
    await insertRows(tx, 'live_code_scans', [{ id: newId(), code_id: codeId, account_id: accountId, at: now }]);
    const isNew = accountId !== null && last === null;
    await execute(tx, 'UPDATE live_codes SET scans = scans + 1, visitors = visitors + ? WHERE id = ?', [isNew ? 1 : 0, codeId]);
  }

  private async view(typed: string, found: StandsFor | null): Promise<LiveCodeView> {
    if (!found) return { code: typed.slice(0, ECHO_MOST), ...MADE_UP };
    const { code, kind, state, projectId, channelCode } = found;
    const project = await this.projects.find(projectId);
    return {
      code,
      state,
      kind,
      projectId: project?.active ? projectId : null,
      projectName: project?.active ? project.name : null,
      channelCode,
      greeting: state === 'active' ? await this.greeting(found) : '',
    };
  }

  private async greeting({ kind, staffId, customerId }: StandsFor): Promise<string> {
    if (kind === 'agent' && staffId) {
      const colleague = (await this.staff.byIds([staffId])).get(staffId);
      return colleague?.active ? `置业顾问${colleague.name}为您服务` : '';
    }
    if (kind === 'referral' && customerId) {
      const friend = (await this.customers.briefs([customerId])).get(customerId);
      return friend ? `${friend.named ? politely(friend.name, friend.gender) : '一位朋友'}推荐您来看看` : '';
    }
    return '';
  }
}

async function lastScan(tx: EntityManager, codeId: string, accountId: string): Promise<number | null> {
  const [row] = await select<{ at: number | string }>(
    tx,
    'SELECT at FROM live_code_scans WHERE code_id = ? AND account_id = ? ORDER BY at DESC LIMIT 1',
    [codeId, accountId],
  );
  return row ? Number(row.at) : null;
}
