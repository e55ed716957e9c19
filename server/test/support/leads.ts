import { randomUUID } from 'node:crypto';
import type { LeadSubmission } from '@guihu/shared';
import type { Answer, Person, TestApp } from './app';

/** A valid form; what the test is about is given, the rest is believable. */
export async function aLead(world: TestApp, given: Partial<LeadSubmission>): Promise<LeadSubmission> {
  const [policy, projects] = await Promise.all([world.http('GET', '/api/policy'), world.http('GET', '/api/projects')]);
  return {
    projectId: projects.body.items[0].id,
    name: '许文',
    gender: 'female',
    intent: { productType: 'high-rise', areaMin: 90, areaMax: 120, budgetMin: 300_000_000, budgetMax: 400_000_000, purpose: 'upgrade' },
    consent: { policyVersion: policy.body.version, purposes: policy.body.purposes.filter((p: { required: boolean }) => p.required).map((p: { key: string }) => p.key) },
    ...given,
  };
}

export const submit = (_world: TestApp, person: Person, form: LeadSubmission, key: string = randomUUID()): Promise<Answer> =>
  person.post('/api/leads', form, { 'idempotency-key': key });
