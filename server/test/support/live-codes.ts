import type { LiveCodeDraft, StaffLiveCode } from '@guihu/shared';
import { LiveCodes } from '../../src/modules/registers/live-code';
import type { Answer, Person, TestApp } from './app';

/** The two projects on show: 云溪府 first, by the order the developer gave them. */
export async function projectsOf(world: TestApp): Promise<[yx: string, lt: string]> {
  const rows = await world.database.rows<{ id: string }>('SELECT id FROM projects ORDER BY position LIMIT 2');
  return [rows[0]?.id as string, rows[1]?.id as string];
}

export const makeCode = (person: Person, draft: Partial<LiveCodeDraft> & { projectId: string }): Promise<Answer<StaffLiveCode>> =>
  person.post('/api/staff/live-codes', { kind: 'channel', label: '社区巡展桁架', channelCode: 'campaign.roadshow', ...draft });

/** The code by which this person recommends the project. */
export async function referralCodeOf(world: TestApp, person: Person, projectId: string): Promise<string> {
  if (!person.me.customerId) throw new Error(`${person.key} is no customer yet`);
  return (await world.app.get(LiveCodes).codeOf({ kind: 'referral', projectId, customerId: person.me.customerId })).code;
}
