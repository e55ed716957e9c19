import { newId } from '../../src/platform/database/columns';

type Put = (table: string, ...rows: Record<string, unknown>[]) => void;

const HOUR = 3_600_000;
const BUCKET = 300_000;

/** One visit of a crowd with its slot, its host's first minutes, somebody who waited in vain, and what happened. */
export function visitOfCrowd(
  put: Put,
  i: number,
  { projectId, staffId, customerId, leadId, at }: { projectId: string; staffId: string; customerId: string; leadId: string; at: number },
): void {
  const [id, slotId] = [newId(), `${projectId}.viewing.c${i}`];
  const when = { starts_at: at, ends_at: at + HOUR };
  put('viewing_slots', { id: slotId, project_id: projectId, kind: 'viewing', ...when, taken: 1, taken_general: 1 });
  put('viewings', {
    id,
    number: `CV${String(i).padStart(6, '0')}`,
    project_id: projectId,
    kind: 'viewing',
    slot_id: slotId,
    ...when,
    status: i % 5 === 0 ? 'cancelled' : 'completed',
    origin: 'booking',
    customer_id: customerId,
    lead_id: leadId,
    host_id: staffId,
    host_choice: {},
    unit_ids: '[]',
    general: true,
    created_at: at,
    updated_at: at,
  });
  put('viewing_host_times', { staff_id: staffId, bucket: Math.floor(at / BUCKET) - 20 * i, holder: id, opens: true, span: 18 });
  put('viewing_waits', {
    id: newId(),
    slot_id: slotId,
    project_id: projectId,
    kind: 'viewing',
    ...when,
    customer_id: customerId,
    status: 'lapsed',
    general: true,
    created_at: at,
    updated_at: at,
  });
  put('viewing_events', { id: newId(), viewing_id: id, at, type: 'booked', actor_kind: 'customer', actor_id: customerId, data: null });
}
