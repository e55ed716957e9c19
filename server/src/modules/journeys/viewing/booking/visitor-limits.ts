import { beijingDate, startOfBeijingDate, type ViewingKind } from '@guihu/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { select } from '../../../../platform/database/database';
import type { Actor } from '../../../../platform/http/actor';
import { CodedError, coded } from '../../../../platform/http/coded-error';
import { vouchedCustomer } from '../own-visits';
import { limitRefusal } from '../slots/standing.policy';
import type { AskedSlot } from './seats';

const DAY = 24 * 60 * 60_000;

/** Visits that one customer still has or had of a kind in a project. */
export interface OwnVisit {
  id: string;
  slotId: string | null;
  startsAt: number;
  status: string;
  /** Who asked for it; null for the desk. */
  accountId: string | null;
}

/** What one person may have (F1), judged while nobody else can book for the same person. */
@Injectable()
export class VisitorLimits {
  /** Two bookings of one person come one after the other from here on. */
  async lock(tx: EntityManager, customerId: string): Promise<void> {
    if (tx.connection.options.type === 'better-sqlite3') return;
    await select(tx, 'SELECT id FROM customers WHERE id = ? FOR UPDATE', [customerId]);
  }

  /** @throws CodedError `viewing.already-booked`, `viewing.limit-reached`. `except`: the visit that is being moved. */
  async check(tx: EntityManager, customerId: string, slot: AskedSlot, except: string | null, now: number): Promise<void> {
    const visits = (await this.of(tx, customerId, slot.plan.projectId, slot.plan.kind, now)).filter((visit) => visit.id !== except);
    if (visits.some((visit) => visit.slotId === slot.id)) throw coded('viewing.already-booked');
    const refusal = limitRefusal(slot.plan, counted(visits, slot.startsAt, now));
    if (refusal) throw coded(refusal.code, refusal.text);
  }

  /**
   * As many places in lines as visits to come: each offer keeps a seat and a colleague from everybody else.
   * @throws CodedError `viewing.limit-reached`
   */
  async checkPlaces(tx: EntityManager, customerId: string, { id, plan }: AskedSlot): Promise<void> {
    const places = await select<{ slot_id: string; project_id: string; kind: ViewingKind }>(
      tx,
      `SELECT slot_id, project_id, kind FROM viewing_waits WHERE customer_id = ? AND status IN ('waiting', 'offered')`,
      [customerId],
    );
    const others = places.filter((each) => each.project_id === plan.projectId && each.kind === plan.kind && each.slot_id !== id);
    if (others.length >= plan.mostOpenPerPerson) {
      throw coded('viewing.limit-reached', `您已在 ${others.length} 个时段候补，请先退出一个`);
    }
  }

  /**
   * Runs what may be refused for what this customer has. Whoever gave a number that is not theirs is not told what others have
   * booked with it: they get one sentence for all of it.
   * @throws CodedError `viewing.limit-reached`
   */
  async discreetly<T>(tx: EntityManager, actor: Actor, customerId: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const tells = error instanceof CodedError && (error.code === 'viewing.already-booked' || error.code === 'viewing.limit-reached');
      if (!tells || customerId === vouchedCustomer(actor) || !(await this.othersHave(tx, actor, customerId))) throw error;
      throw coded('viewing.limit-reached', '这个手机号暂时不能预约这个时段，请更换时段或致电售楼处');
    }
  }

  private async othersHave(tx: EntityManager, { accountId }: Actor, customerId: string): Promise<boolean> {
    const others = 'customer_id = ? AND (account_id IS NULL OR account_id <> ?)';
    const rows = await select(
      tx,
      `SELECT id FROM viewings WHERE ${others} UNION ALL SELECT id FROM viewing_waits WHERE ${others} LIMIT 1`,
      [customerId, accountId, customerId, accountId],
    );
    return rows.length > 0;
  }

  /** Of today and later. */
  async of(tx: EntityManager, customerId: string, projectId: string, kind: ViewingKind, now: number): Promise<OwnVisit[]> {
    return (await this.ofKinds(tx, customerId, projectId, now)).get(kind) ?? [];
  }

  async ofKinds(tx: EntityManager, customerId: string, projectId: string, now: number): Promise<Map<ViewingKind, OwnVisit[]>> {
    const rows = await select<OwnRow>(
      tx,
      `SELECT id, kind, slot_id, starts_at, status, account_id FROM viewings WHERE customer_id = ? AND starts_at >= ? AND project_id = ?
         AND status IN ('booked', 'checked-in', 'completed')`,
      [customerId, startOfBeijingDate(beijingDate(now)), projectId],
    );
    const byKind = new Map<ViewingKind, OwnVisit[]>();
    for (const row of rows) {
      const visit = { id: row.id, slotId: row.slot_id, startsAt: Number(row.starts_at), status: row.status, accountId: row.account_id };
      byKind.set(row.kind, [...(byKind.get(row.kind) ?? []), visit]);
    }
    return byKind;
  }
}

interface OwnRow {
  id: string;
  kind: ViewingKind;
  slot_id: string | null;
  starts_at: number | string;
  status: string;
  account_id: string | null;
}

/** What counts against the limits for a slot that begins at `startsAt`. A booked visit whose time went by waits for nobody. */
export function counted(visits: readonly OwnVisit[], startsAt: number, now: number): { open: number; thatDay: number } {
  const midnight = startOfBeijingDate(beijingDate(startsAt));
  return {
    open: visits.filter((visit) => visit.status === 'booked' && visit.startsAt > now).length,
    thatDay: visits.filter((visit) => visit.startsAt >= midnight && visit.startsAt < midnight + DAY).length,
  };
}
