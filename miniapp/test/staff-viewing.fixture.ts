import type { StaffViewingDetail } from '@guihu/shared';

const MINUTE_MS = 60_000;

/** A visit that begins `inMinutes` after `now` (epoch milliseconds), received by 林晓. */
export function aVisit(now: number, inMinutes: number, over: Partial<StaffViewingDetail> = {}): StaffViewingDetail {
  const at = (minutes: number) => new Date(now + minutes * MINUTE_MS).toISOString();
  return {
    id: 'v1',
    number: 'DK261123-0007',
    status: 'booked',
    kind: 'viewing',
    projectId: 'p1',
    projectName: '云溪府',
    startsAt: at(inMinutes),
    endsAt: at(inMinutes + 60),
    takenFrom: at(inMinutes - 10),
    takenUntil: at(inMinutes + 70),
    partySize: 2,
    customer: { name: '陈一诺', phoneMasked: '138****1111', level: 'interested' },
    host: { id: 's1', name: '林晓' },
    leadId: 'l1',
    leadOpen: true,
    note: null,
    urgency: { text: '还有 25 分钟', late: false },
    warnings: [],
    allowed: ['checkIn', 'rehost', 'cancel', 'miss'],
    units: [],
    hostChoice: { how: 'sticky', chosen: { id: 's1', name: '林晓' }, candidates: [], sentences: ['林晓一直服务这位客户'] },
    timeline: [],
    checkedInAt: null,
    tour: [
      { stop: 'sandbox', label: '沙盘讲解', at: null },
      { stop: 'showroom', label: '样板间', at: null },
    ],
    feedback: null,
    rating: null,
    ...over,
  };
}
