import { type ConsentGiven, type ConsentRecord, consentStands, type Page, type PolicyInForce } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../platform/clock/clock';
import { newId } from '../../../platform/database/columns';
import { Database, execute, insertRows, marks, select } from '../../../platform/database/database';
import { DomainEvents, defineEvent } from '../../../platform/events/domain-events';
import { coded, refusedField } from '../../../platform/http/coded-error';
import { Consent, Policy } from './customer.entity';

/** The customer took back the agreement to be contacted: whoever was about to call is to stop. */
export const ContactWithdrawn = defineEvent<{ customerId: string; at: number }>('customer.contact-withdrawn');

/** Being contacted about one's interest: the purpose without which nobody may call. */
export const CONTACT_PURPOSE = 'service';

/** Stating one's real name before money is paid. */
export const REAL_NAME_PURPOSE = 'real-name';

export type ConsentBasis = 'mini-program' | 'told-to-staff' | 'import';

export interface Agreement {
  customerId: string;
  given: ConsentGiven;
  basis: ConsentBasis;
  /** Nothing can stand yet for a customer who was made just now. */
  isNewCustomer: boolean;
}

const CACHE_MS = 10_000;

/** Agreement by version and purpose (M3); nothing is ticked for the person, and taking it back works at once. */
@Injectable()
export class Consents {
  private cached: { policy: PolicyInForce; until: number } | null = null;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: DomainEvents,
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

  /**
   * For somebody known: what they send, else what they agreed to before.
   * @throws CodedError as `check`; `policy.consent-required` when neither is there
   */
  async checkOrStanding(customerId: string, given: ConsentGiven | undefined): Promise<void> {
    if (given) return this.check(given);
    const [policy, records] = await Promise.all([this.policy(), this.of(customerId)]);
    if (!consentStands(policy, records)) await this.check({ policyVersion: policy.version, purposes: [] });
  }

  /** For what is asked for by itself. @throws CodedError `policy.outdated`, `policy.consent-required` */
  async checkFor(purpose: string, given: ConsentGiven): Promise<void> {
    const policy = await this.policy();
    const asked = policy.purposes.find(({ key }) => key === purpose);
    if (!asked || given.policyVersion !== policy.version) throw coded('policy.outdated');
    if (given.purposes.length === 1 && given.purposes[0] === purpose) return;
    throw refusedField('policy.consent-required', 'consent.purposes', 'required', `请勾选同意「${asked.title}」`);
  }

  /** Records what is newly agreed to; a purpose already agreed to under the same version is not written twice. */
  async record(tx: EntityManager, agreements: readonly Agreement[]): Promise<void> {
    const standing = await this.standing(
      tx,
      agreements.filter((a) => !a.isNewCustomer).map((a) => a.customerId),
    );
    const now = this.clock.now();
    const rows = new Map<string, Record<string, unknown>>();
    for (const { customerId, given, basis } of agreements) {
      for (const purpose of given.purposes) {
        const key = `${customerId} ${given.policyVersion} ${purpose}`;
        if (standing.has(key) || rows.has(key)) continue;
        rows.set(key, {
          id: newId(),
          customer_id: customerId,
          purpose,
          policy_version: given.policyVersion,
          basis,
          given_at: now,
          withdrawn_at: null,
        });
      }
    }
    await insertRows(tx, 'consents', [...rows.values()]);
  }

  async of(customerId: string, tx: EntityManager = this.database.manager): Promise<ConsentRecord[]> {
    const [policy, rows] = await Promise.all([this.policy(), tx.find(Consent, { where: { customerId }, order: { givenAt: 'DESC' } })]);
    return rows.map((c) => ({
      purpose: c.purpose,
      title: policy.purposes.find((p) => p.key === c.purpose)?.title ?? c.purpose,
      policyVersion: c.policyVersion,
      givenAt: new Date(c.givenAt).toISOString(),
      withdrawnAt: c.withdrawnAt === null ? null : new Date(c.withdrawnAt).toISOString(),
    }));
  }

  /** Whether the person took back what they had agreed to. Who never was asked in writing (a walk-in) took nothing back. */
  async withdrawn(customerId: string, purpose: string, tx: EntityManager = this.database.manager): Promise<boolean> {
    const [row] = await select<{ given: number; standing: number | string | null }>(
      tx,
      'SELECT COUNT(*) AS given, SUM(CASE WHEN withdrawn_at IS NULL THEN 1 ELSE 0 END) AS standing FROM consents WHERE customer_id = ? AND purpose = ?',
      [customerId, purpose],
    );
    return Number(row?.given ?? 0) > 0 && Number(row?.standing ?? 0) === 0;
  }

  async withdraw(customerId: string, purposes: readonly string[]): Promise<Page<ConsentRecord>> {
    return this.database.useCase(async (tx) => {
      for (const purpose of purposes) {
        await execute(tx, `UPDATE consents SET withdrawn_at = ? WHERE customer_id = ? AND purpose = ? AND withdrawn_at IS NULL`, [
          this.clock.now(),
          customerId,
          purpose,
        ]);
      }
      if (purposes.includes(REAL_NAME_PURPOSE)) await this.forgetRealName(tx, customerId);
      if (purposes.includes(CONTACT_PURPOSE)) await this.events.publish(tx, ContactWithdrawn, { customerId, at: this.clock.now() });
      return { items: await this.of(customerId, tx), nextCursor: null };
    });
  }

  /** The name and the number go at once; money that was not paid yet waits again. */
  private async forgetRealName(tx: EntityManager, customerId: string): Promise<void> {
    await execute(
      tx,
      'UPDATE real_names SET name_sealed = NULL, number_sealed = NULL, withdrawn_at = ? WHERE customer_id = ? AND withdrawn_at IS NULL',
      [this.clock.now(), customerId],
    );
  }

  private async standing(tx: EntityManager, customerIds: readonly string[]): Promise<Set<string>> {
    if (customerIds.length === 0) return new Set();
    const rows = await select<{ customer_id: string; policy_version: string; purpose: string }>(
      tx,
      `SELECT customer_id, policy_version, purpose FROM consents WHERE customer_id IN ${marks(customerIds.length)} AND withdrawn_at IS NULL`,
      customerIds,
    );
    return new Set(rows.map((r) => `${r.customer_id} ${r.policy_version} ${r.purpose}`));
  }
}
