import { beijingDate, isCivilDate, type SiteDutiesWanted, type SitePost, type SiteRotaCopy, type SiteRotaDayDraft } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/columns';
import { Database, execute, insertRows, isDuplicate } from '../../../platform/database/database';
import type { StaffActor } from '../../../platform/http/actor';
import { coded, refusedField } from '../../../platform/http/coded-error';
import { ProjectQueries } from '../project';
import { copiedDays, dateAfter, dayRefused, faultsOfPosts, sevenDays } from './site-posts.policy';
import { SiteRotas } from './site-rotas';

const CHANGED_MEANWHILE = '这天的排班刚被同事修改过，请刷新后再保存';

interface SavedPosts {
  projectId: string;
  day: string;
  posts: readonly SitePost[];
  basedOnVersion: number;
}

/** The people of a sales office who have no account (F11), planned by whoever answers for it. */
@Injectable()
export class SiteRotaService {
  constructor(
    private readonly database: Database,
    private readonly rotas: SiteRotas,
    private readonly projects: ProjectQueries,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @throws CodedError `project.not-found` for a project that is not theirs */
  async want(actor: StaffActor, { projectId, wanted }: SiteDutiesWanted): Promise<SiteDutiesWanted> {
    await this.projects.ofStaff(actor, projectId);
    await this.database.useCase(async (tx) => {
      const row = { project_id: projectId, wanted, saved_by_id: actor.staffId, saved_at: this.clock.now() };
      await insertRows(tx, 'site_rotas', [row], { unlessThere: 'project_id' });
      await execute(tx, 'UPDATE site_rotas SET wanted = ?, saved_by_id = ?, saved_at = ? WHERE project_id = ?', [
        JSON.stringify(wanted),
        row.saved_by_id,
        row.saved_at,
        projectId,
      ]);
      await this.audit.record(tx, actor.staffId, 'site-rota.duties-wanted', `project:${projectId}`, { wanted });
    });
    return { projectId, wanted };
  }

  /**
   * Plans one weekday of every week, or one date in place of its weekday; without posts a date goes by its weekday again.
   * @throws CodedError `project.not-found`, `site-rota.invalid` naming the field, `rule.version-conflict` when a colleague saved meanwhile
   */
  async plan(actor: StaffActor, { projectId, day, posts, basedOnVersion }: SiteRotaDayDraft): Promise<{ day: string; version: number }> {
    await this.projects.ofStaff(actor, projectId);
    const refused = dayRefused(day, beijingDate(this.clock.now()));
    if (refused) throw refusedField('site-rota.invalid', 'day', 'day', refused);
    const faults = posts ? faultsOfPosts(posts) : [];
    if (faults.length > 0) throw coded('site-rota.invalid', faults[0]?.message, faults);
    return this.database.useCase(async (tx) => {
      const version = posts
        ? await this.write(tx, actor, { projectId, day, posts, basedOnVersion })
        : await this.clear(tx, projectId, day, basedOnVersion);
      await this.audit.record(tx, actor.staffId, 'site-rota.day-planned', `project:${projectId}`, { day, version });
      return { day, version };
    });
  }

  /**
   * Seven dates as the seven before them were; those that are over stay.
   * @throws CodedError `project.not-found`, `site-rota.invalid` naming the field
   */
  async copy(actor: StaffActor, { projectId, from }: SiteRotaCopy): Promise<{ days: string[] }> {
    await this.projects.ofStaff(actor, projectId);
    const today = beijingDate(this.clock.now());
    const last = isCivilDate(from) ? (sevenDays(from).at(-1) as string) : from;
    const refused = dayRefused(last, today);
    if (refused) throw refusedField('site-rota.invalid', 'from', 'day', refused);
    return this.database.useCase(async (tx) => {
      const dates = [...sevenDays(dateAfter(from, -7)), ...sevenDays(from)];
      const saved = (await this.rotas.saved([projectId], dates, tx)).get(projectId) ?? new Map();
      const copies = copiedDays(new Map([...saved].map(([day, each]) => [day, each.posts])), from, today);
      for (const { day, posts } of copies) {
        const basedOnVersion = saved.get(day)?.version ?? 0;
        if (posts) await this.write(tx, actor, { projectId, day, posts, basedOnVersion });
        else await this.clear(tx, projectId, day, basedOnVersion);
      }
      const days = copies.map(({ day }) => day);
      await this.audit.record(tx, actor.staffId, 'site-rota.week-copied', `project:${projectId}`, { days });
      return { days };
    });
  }

  private async write(tx: EntityManager, actor: StaffActor, { projectId, day, posts, basedOnVersion }: SavedPosts): Promise<number> {
    const [version, now] = [basedOnVersion + 1, this.clock.now()];
    if (basedOnVersion > 0) {
      const won = await execute(
        tx,
        'UPDATE site_rota_days SET posts = ?, version = ?, saved_by_id = ?, saved_at = ? WHERE project_id = ? AND day = ? AND version = ?',
        [JSON.stringify(posts), version, actor.staffId, now, projectId, day, basedOnVersion],
      );
      if (won === 0) throw coded('rule.version-conflict', CHANGED_MEANWHILE);
      return version;
    }
    const row = { id: newId(), project_id: projectId, day, posts, version, saved_by_id: actor.staffId, saved_at: now };
    try {
      await insertRows(tx, 'site_rota_days', [row]);
    } catch (error) {
      if (isDuplicate(error)) throw coded('rule.version-conflict', CHANGED_MEANWHILE);
      throw error;
    }
    return version;
  }

  private async clear(tx: EntityManager, projectId: string, day: string, basedOnVersion: number): Promise<number> {
    const gone = await execute(tx, 'DELETE FROM site_rota_days WHERE project_id = ? AND day = ? AND version = ?', [
      projectId,
      day,
      basedOnVersion,
    ]);
    if (gone === 0 && basedOnVersion > 0) throw coded('rule.version-conflict', CHANGED_MEANWHILE);
    return 0;
  }
}
