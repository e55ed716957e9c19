import { createHash, randomBytes } from 'node:crypto';
import type { HomeInvitationReceipt, HomeInvitationRequest, HomeInvitationView, HomeRole, HomeView } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../platform/clock/clock';
import { FieldCipher } from '../../../platform/crypto/field-cipher';
import { newId } from '../../../platform/database/columns';
import { Database, execute, insertRows, isDuplicate, select } from '../../../platform/database/database';
import type { Actor } from '../../../platform/http/actor';
import { coded } from '../../../platform/http/coded-error';
import { CustomerRegister } from '../customer';
import { INVITATION_MS, invitationFault, rightsToGive, tenancyEnd } from './home.policy';
import { HomeQueries } from './home.queries';
import { HomeRegister } from './home.register';
import { ACTIVE, insertResidents, residentRow } from './home.rows';
import { type InvitationRow, invitationView, nameForOthers, numberOrNull, rightsOf } from './home.view';
import { HomeBindingService } from './home-binding.service';

/** 192 bits: 32 characters, as many as a mini-program code has room for. */
const CODE_BYTES = 24;
const PAGE = 'subpackages/home/pages/invitation/index';

interface FoundInvitation extends InvitationRow {
  invited_by_id: string;
  used_at: number | string | null;
  revoked_at: number | string | null;
  project_id: string;
  inviter_name: string;
  inviter_role: HomeRole;
  inviter_customer_id: string | null;
  inviter_ended_at: number | string | null;
}

/** A word by which an owner lets somebody in. The code is told once and kept as its hash. */
@Injectable()
export class HomeInvitationService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly cipher: FieldCipher,
    private readonly customers: CustomerRegister,
    private readonly binding: HomeBindingService,
    private readonly register: HomeRegister,
    private readonly homes: HomeQueries,
  ) {}

  /** @throws CodedError `home.not-yours` for all but owners who may invite; `home.right-not-held`; `request.invalid` */
  async invite(actor: Actor, unitId: string, asked: HomeInvitationRequest): Promise<HomeInvitationReceipt> {
    const customerId = await this.binding.requireVerified(actor);
    const code = randomBytes(CODE_BYTES).toString('base64url');
    // No use case that keeps its answer: the code would lie in a table after all.
    return this.database.transaction(async (tx) => {
      const inviter = await this.register.require(customerId, unitId, 'invite', tx);
      const now = this.clock.now();
      const row = {
        id: newId(),
        unit_id: unitId,
        role: asked.role,
        may: JSON.stringify(rightsToGive(inviter, asked.role, asked.may ?? undefined)),
        until_at: tenancyEnd(asked.role, asked.until ?? undefined, now),
        code_hash: hashOf(code),
        invited_by_id: inviter.residentId,
        created_at: now,
        expires_at: now + INVITATION_MS,
      };
      await insertRows(tx, 'home_invitations', [row]);
      return { ...invitationView(row), code, path: `${PAGE}?code=${code}` };
    });
  }

  /** What an invitation is for; no full name and no number of those who live there. @throws CodedError `home.invitation-invalid` */
  async look(code: string): Promise<HomeInvitationView> {
    const found = await this.good(this.database.manager, code);
    const { label } = await this.register.place(found.unit_id);
    const { role, may, until, expiresAt } = invitationView(found);
    return { label, role, may, until, expiresAt, invitedBy: nameForOthers(found.inviter_name, found.inviter_role) };
  }

  /**
   * Makes a customer somebody of the home; of many who try at once one succeeds. Answers the unit.
   * @throws CodedError `home.invitation-invalid` (also for its author), `home.already-yours`
   */
  async accept(tx: EntityManager, customerId: string, code: string): Promise<string> {
    const found = await this.good(tx, code);
    if (found.inviter_customer_id === customerId) throw invalid('这是您自己发出的邀请，请转发给要邀请的人');
    if (await this.isOfHome(tx, found.unit_id, customerId)) throw coded('home.already-yours');
    const phone = await this.customers.phoneOf(tx, customerId);
    const phoneIndex = this.cipher.blindIndex(phone);
    const now = this.clock.now();
    const won = await execute(
      tx,
      `UPDATE home_invitations SET used_at = ?, used_by_id = ? WHERE id = ? AND used_at IS NULL AND revoked_at IS NULL AND expires_at > ?
         AND EXISTS (SELECT 1 FROM residents r WHERE r.id = home_invitations.invited_by_id AND r.ended_at IS NULL)`,
      [now, customerId, found.id, now],
    );
    if (won === 0) throw invalid('这份邀请刚刚被使用或收回');
    const brief = (await this.customers.briefs([customerId], tx)).get(customerId);
    const row = residentRow(
      {
        unitId: found.unit_id,
        projectId: found.project_id,
        role: found.role,
        may: rightsOf(found),
        name: brief?.named ? brief.name : '',
        phoneSealed: this.cipher.encrypt(phone),
        phoneIndex,
        source: 'invitation',
        customerId,
        invitedById: found.invited_by_id,
        untilAt: numberOrNull(found.until_at),
      },
      now,
    );
    try {
      await insertResidents(tx, [row], now);
    } catch (error) {
      throw isDuplicate(error) ? coded('home.already-yours') : error;
    }
    return found.unit_id;
  }

  /** Takes an invitation back before it was used. @throws CodedError `home.not-yours`, `home.invitation-invalid` */
  async revoke(actor: Actor, id: string): Promise<HomeView> {
    const customerId = await this.binding.requireVerified(actor);
    return this.database.useCase(async (tx) => {
      const [found] = await select<{ unit_id: string }>(tx, 'SELECT unit_id FROM home_invitations WHERE id = ?', [id]);
      if (!found) throw coded('home.not-yours');
      await this.register.require(customerId, found.unit_id, 'invite', tx);
      const revoked = await execute(
        tx,
        'UPDATE home_invitations SET revoked_at = ? WHERE id = ? AND used_at IS NULL AND revoked_at IS NULL',
        [this.clock.now(), id],
      );
      if (revoked === 0) throw invalid('这份邀请已被使用或收回；已加入的人请在成员中移除');
      return this.homes.one(customerId, found.unit_id, tx);
    });
  }

  /** Also by another number of theirs, which the key of the table does not see. */
  private async isOfHome(tx: EntityManager, unitId: string, customerId: string): Promise<boolean> {
    const rows = await select(tx, `SELECT id FROM residents WHERE unit_id = ? AND customer_id = ? AND ${ACTIVE} LIMIT 1`, [
      unitId,
      customerId,
      this.clock.now(),
    ]);
    return rows.length > 0;
  }

  private async good(tx: EntityManager, code: string): Promise<FoundInvitation> {
    const [found] = await select<FoundInvitation>(
      tx,
      `SELECT i.id, i.unit_id, i.role, i.may, i.until_at, i.expires_at, i.used_at, i.revoked_at, i.invited_by_id, r.project_id,
         r.name AS inviter_name, r.role AS inviter_role, r.customer_id AS inviter_customer_id, r.ended_at AS inviter_ended_at
       FROM home_invitations i JOIN residents r ON r.id = i.invited_by_id WHERE i.code_hash = ?`,
      [hashOf(code)],
    );
    if (!found) throw coded('home.invitation-invalid');
    const fault = invitationFault(
      {
        inviterEndedAt: numberOrNull(found.inviter_ended_at),
        usedAt: numberOrNull(found.used_at),
        revokedAt: numberOrNull(found.revoked_at),
        expiresAt: Number(found.expires_at),
        untilAt: numberOrNull(found.until_at),
      },
      this.clock.now(),
    );
    if (fault !== null) throw invalid(fault);
    return found;
  }
}

const invalid = (sentence: string) => coded('home.invitation-invalid', sentence);
const hashOf = (code: string): string => createHash('sha256').update(code).digest('hex');
