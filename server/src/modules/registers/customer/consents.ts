import type { ConsentGiven, ConsentRecord, PolicyInForce } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { IsNull } from 'typeorm';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/columns';
import { Database, execute, insertRows, select } from '../../../platform/database/database';
import { coded } from '../../../platform/http/coded-error';
import { Consent, Policy } from './customer.entity';

export type ConsentBasis = 'mini-program' | 'told-to-staff' | 'import';

const CACHE_MS = 10_000;

/** Agreement by version and purpose (M3); nothing is ticked for the person, and taking it back works at once. */
@Injectable()
export class Consents {
  private cached: { policy: PolicyInForce; until: number } | null = null;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The policy people are shown and agree to now. */
  async policy(): Promise<PolicyInForce> {
    if (this.cached && this.clock.wall() < this.cached.until) return this.cached.policy;
    const [row] = await this.database.manager
      .createQueryBuilder(Policy, 'policy')
      .where('policy.inForceFrom <= :now', { now: this.clock.now() })
      .orderBy('policy.inForceFrom', 'DESC')
      .limit(1)
      .getMany();
    if (!row) throw new Error('no privacy policy is in force');
    const policy = { version: row.version, title: row.title, body: row.body, purposes: row.purposes };
    this.cached = { policy, until: this.clock.wall() + CACHE_MS };
    return policy;
  }

  /** @throws CodedError when the version is not in force, a required purpose is missing, or one is not in the policy. */
  async check(given: ConsentGiven): Promise<void> {
    const policy = await this.policy();
    if (given.policyVersion !== policy.version) throw coded('policy.outdated');
    const unknown = given.purposes.find((p) => !policy.purposes.some((known) => known.key === p));
    if (unknown !== undefined) {
      throw coded('request.invalid', '同意的用途不在隐私政策中', [
        { field: 'consent.purposes', code: 'purpose', message: '同意的用途不在隐私政策中，请刷新后重试' },
      ]);
    }
    const missing = policy.purposes.find((p) => p.required && !given.purposes.includes(p.key));
    if (missing) {
      const message = `请勾选同意「${missing.title}」，否则我们无法联系您`;
      throw coded('policy.consent-required', message, [{ field: 'consent.purposes', code: 'required', message }]);
    }
  }

  /** Records what is newly agreed to; a purpose already agreed to under the same version is not written twice. */
  async record(tx: EntityManager, customerId: string, given: ConsentGiven, basis: ConsentBasis, isNewCustomer: boolean): Promise<void> {
    const standing = isNewCustomer ? new Set<string>() : await this.standing(tx, customerId, given.policyVersion);
    const now = this.clock.now();
    await insertRows(
      tx,
      'consents',
      [...new Set(given.purposes)]
        .filter((purpose) => !standing.has(purpose))
        .map((purpose) => ({
          id: newId(),
          customer_id: customerId,
          purpose,
          policy_version: given.policyVersion,
          basis,
          given_at: now,
          withdrawn_at: null,
        })),
    );
  }

  async of(customerId: string): Promise<ConsentRecord[]> {
    const [policy, rows] = await Promise.all([
      this.policy(),
      this.database.manager.find(Consent, { where: { customerId }, order: { givenAt: 'DESC' } }),
    ]);
    return rows.map((c) => ({
      purpose: c.purpose,
      title: policy.purposes.find((p) => p.key === c.purpose)?.title ?? c.purpose,
      policyVersion: c.policyVersion,
      givenAt: new Date(c.givenAt).toISOString(),
      withdrawnAt: c.withdrawnAt === null ? null : new Date(c.withdrawnAt).toISOString(),
    }));
  }

  /** Whether the person agrees to this purpose at this moment. */
  async allows(customerId: string, purpose: string): Promise<boolean> {
    return this.database.manager.existsBy(Consent, { customerId, purpose, withdrawnAt: IsNull() });
  }

  async withdraw(customerId: string, purposes: readonly string[]): Promise<ConsentRecord[]> {
    await this.database.useCase(async (tx) => {
      for (const purpose of purposes) {
        await execute(tx, `UPDATE consents SET withdrawn_at = ? WHERE customer_id = ? AND purpose = ? AND withdrawn_at IS NULL`, [
          this.clock.now(),
          customerId,
          purpose,
        ]);
      }
      return { ok: true };
    });
    return this.of(customerId);
  }

  private async standing(tx: EntityManager, customerId: string, version: string): Promise<Set<string>> {
    const rows = await select<{ purpose: string }>(
      tx,
      'SELECT purpose FROM consents WHERE customer_id = ? AND policy_version = ? AND withdrawn_at IS NULL',
      [customerId, version],
    );
    return new Set(rows.map((r) => r.purpose));
  }
}
