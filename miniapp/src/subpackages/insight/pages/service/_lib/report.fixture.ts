import type { WorkOrderReportView } from '@guihu/shared';

/** A month of a project; `over` puts other figures in. */
export function aReport(over: Partial<WorkOrderReportView> = {}): WorkOrderReportView {
  return {
    fromAt: '2026-10-31T16:00:00.000Z',
    toAt: '2026-11-30T16:00:00.000Z',
    total: 40,
    closed: 36,
    types: [
      { id: 'water', name: '给排水', count: 12, share: 0.3 },
      { id: 'leak', name: '渗漏水', count: 18, share: 0.45 },
      { id: 'power', name: '电气', count: 6, share: 0.15 },
      { id: 'door', name: '门窗', count: 4, share: 0.1 },
    ],
    times: [
      { clock: 'accept', name: '接单', meanMinutes: 24, medianMinutes: 12, p90Minutes: 70, metShare: 0.98 },
      { clock: 'arrive', name: '上门', meanMinutes: 150, medianMinutes: 120, p90Minutes: 230, metShare: 0.9 },
      { clock: 'resolve', name: '办结', meanMinutes: 1110, medianMinutes: 600, p90Minutes: 2400, metShare: 0.92 },
    ],
    satisfaction: { meanStars: 4.56, rated: 30, satisfiedShare: 0.933 },
    buildings: [
      { id: 'b1', name: '1号楼', count: 22, meanStars: 4.8, meanResolveMinutes: 900 },
      { id: 'b2', name: '2号楼', count: 3, meanStars: null, meanResolveMinutes: null },
      { id: 'b3', name: '3号楼', count: 15, meanStars: 3.5, meanResolveMinutes: 1400 },
    ],
    engineers: [
      { id: 'e1', name: '周建国', count: 20, meanStars: 4.9, meanResolveMinutes: 800, lateShare: 0.05 },
      { id: 'e2', name: '丁海', count: 16, meanStars: 4.2, meanResolveMinutes: 1300, lateShare: 0.2 },
    ],
    days: [
      { day: '2026-11-01', reported: 3, closed: 1 },
      { day: '2026-11-02', reported: 1, closed: 2 },
    ],
    targets: { resolveMinutes: 1440, satisfiedShare: 0.95 },
    ...over,
  };
}
