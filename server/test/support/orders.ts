import type { WorkOrderReport } from '@guihu/shared';
import type { Person, TestApp } from './app';

export interface OrderRow {
  id: string;
  status: string;
  assignee_id: string | null;
  responsible_id: string | null;
  escalation: number;
  round: number;
  next_clock: string | null;
}

export const orderState = async (world: TestApp, id: string): Promise<OrderRow> => {
  const [row] = await world.database.rows<OrderRow>(
    'SELECT id, status, assignee_id, responsible_id, escalation, round, next_clock FROM work_orders WHERE id = ?',
    [id],
  );
  if (!row) throw new Error(`no order ${id}`);
  return row;
};

/** Types of the order's events, in order. */
export const eventsOf = async (world: TestApp, id: string): Promise<string[]> =>
  (await world.database.rows<{ type: string }>('SELECT type FROM work_order_events WHERE work_order_id = ? ORDER BY seq', [id])).map(
    (row) => row.type,
  );

/** Jobs that wait for an order, by kind. */
export const waitingJobs = async (world: TestApp, id: string): Promise<string[]> =>
  (
    await world.database.rows<{ kind: string }>(
      `SELECT kind FROM jobs WHERE subject = ? AND status IN ('pending', 'running') ORDER BY kind`,
      [`work-order:${id}`],
    )
  ).map((row) => row.kind);

/** A leaking tap at the owner's first home, dispatched. */
export async function aReportedOrder(world: TestApp, owner: Person, report: Partial<WorkOrderReport> = {}): Promise<string> {
  const homes = (await owner.get('/api/me/homes')).body.items;
  const answer = await owner.post('/api/work-orders', {
    kind: 'repair',
    unitId: homes[0].unitId,
    category: 'water-tap',
    description: '厨房水龙头一直滴水，拧紧也没用',
    ...report,
  });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  await world.travel('PT0S');
  return answer.body.id;
}

/** An order that the engineer who was asked has accepted. */
export async function anAcceptedOrder(
  world: TestApp,
  owner: Person,
  engineer: Person,
  report: Partial<WorkOrderReport> = {},
): Promise<string> {
  const id = await aReportedOrder(world, owner, report);
  const answer = await engineer.post(`/api/staff/work-orders/${id}/acceptance`);
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  await world.travel('PT0S');
  return id;
}
