import type { ExtraChange, ExtraDraft, NewExtra } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/columns';
import { Database, execute, insertRows } from '../../../platform/database/database';
import { type StaffActor, worksFor } from '../../../platform/http/actor';
import { coded, refusedField } from '../../../platform/http/coded-error';
import { ProjectQueries } from '../../registers/project';
import { StaffQueries } from '../../registers/staff';
import { UploadRegister } from '../../registers/upload';
import { extraSubject, findExtra } from './extra.rows';

/** What a project has for its owners, as colleagues put it up. Nothing is deleted: it is taken off, and its figures stay. */
@Injectable()
export class ExtraShelfService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly projects: ProjectQueries,
    private readonly staff: StaffQueries,
    private readonly uploads: UploadRegister,
  ) {}

  /** @throws CodedError `project.not-found`, `extra.responsible-unknown`, `upload.*` */
  async put(actor: StaffActor, { projectId, ...draft }: NewExtra): Promise<ExtraChange> {
    const project = await this.projects.ofStaff(actor, projectId);
    await this.check(draft, project.id);
    const id = newId();
    return this.database.useCase(async (tx) => {
      const at = this.clock.now();
      await insertRows(tx, 'extras', [{ id, project_id: project.id, ...columnsOf(draft), created_at: at, updated_at: at }]);
      await this.hang(tx, actor, id, draft.uploadId ?? null);
      await this.audit.record(tx, actor.staffId, 'extra.put-up', extraSubject(id), { title: draft.title });
      return { id };
    });
  }

  /** Says everything anew. @throws CodedError as `put`, `extra.not-found` for one of another project too */
  async change(actor: StaffActor, id: string, draft: ExtraDraft): Promise<ExtraChange> {
    const known = await findExtra(this.database.manager, id);
    if (!known || !worksFor(actor, known.project_id)) throw coded('extra.not-found');
    await this.check(draft, known.project_id);
    return this.database.useCase(async (tx) => {
      const columns = { ...columnsOf(draft), updated_at: this.clock.now() };
      const names = Object.keys(columns);
      await execute(tx, `UPDATE extras SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE id = ?`, [...Object.values(columns), id]);
      if (draft.uploadId !== undefined) {
        await this.uploads.release(tx, extraSubject(id));
        await this.hang(tx, actor, id, draft.uploadId);
      }
      await this.audit.record(tx, actor.staffId, 'extra.changed', extraSubject(id), { title: draft.title, active: draft.active });
      return { id };
    });
  }

  private async check({ from, until, responsibleId }: ExtraDraft, projectId: string): Promise<void> {
    if (until !== null && until < from) throw refusedField('request.invalid', 'until', 'order', '结束日期不能早于开始日期');
    if (responsibleId !== null && !(await this.staff.projectsOf(responsibleId)).includes(projectId))
      throw refusedField('extra.responsible-unknown', 'responsibleId', 'staff', '这位同事不在本楼盘，请重新选择');
  }

  private async hang(tx: EntityManager, actor: StaffActor, id: string, uploadId: string | null): Promise<void> {
    if (uploadId === null) return;
    const [taken] = await this.uploads.attach(tx, actor, [uploadId], extraSubject(id), 'extra');
    if (taken?.kind !== 'image') throw refusedField('request.invalid', 'uploadId', 'image', '请选择一张照片');
  }
}

const columnsOf = ({ kind, title, words, from, until, active, position, responsibleId }: ExtraDraft) => ({
  kind,
  title,
  words,
  from_day: from,
  until_day: until,
  active: active ? 1 : 0,
  position,
  responsible_id: responsibleId,
});
