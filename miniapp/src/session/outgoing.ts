import type { WorkOrderReceipt, WorkOrderReport } from '@guihu/shared';
import { useSyncExternalStore } from 'react';
import { now, wait } from '@/platform/clock';
import { mediaStore } from '@/platform/media-store';
import { createOutbox, type OutboxItem } from '@/platform/outbox';
import { keep, recall } from '@/platform/storage';
import { createUploadQueue, type QueuedUpload } from '@/platform/upload-queue';
import { uuid } from '@/platform/uuid';
import { server } from './server';

type ReportBody = Omit<WorkOrderReport, 'uploadIds'>;

/** How a report that waits is shown, and what fills its form in again. */
export interface ReportForm {
  categoryName: string;
  /** Key of the drawn picture. */
  picture: string;
  homeLabel: string;
  draft: object;
}
export type WaitingReport = OutboxItem<ReportBody, ReportForm>;

/** Photos and videos on their way from this phone, whatever they belong to. */
export const uploads = createUploadQueue({
  recall: () => recall('uploads'),
  keep: (kept) => keep('uploads', kept),
  store: mediaStore,
  send: (content, { name, key }, onProgress) => server.uploads.send({ content, fileName: name, idempotencyKey: key, onProgress }),
  uuid,
  now,
  wait,
});

/** Reports that the server may not have yet. */
export const reports = createOutbox<ReportBody, ReportForm, WorkOrderReceipt>({
  recall: () => recall('reports'),
  keep: (items) => keep('reports', items),
  uploads,
  send: (body, key) => server.workOrders.report(body, key),
  uuid,
  now,
  wait,
});

/** Sends what was left on the phone: the app was opened, or the network is back. */
export function goOnSending(): void {
  void uploads.resume().then(reports.resume);
}

export const useUploads = (): readonly QueuedUpload[] => useSyncExternalStore(uploads.subscribe, uploads.list);

export const useWaitingReports = (): readonly WaitingReport[] => useSyncExternalStore(reports.subscribe, reports.list);
