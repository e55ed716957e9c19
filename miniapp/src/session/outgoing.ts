import type { CompletionRequest, WorkOrderChange, WorkOrderReceipt, WorkOrderReport } from '@guihu/shared';
import { useSyncExternalStore } from 'react';
import type { FieldVerb, FieldWork } from '@/api/staff-orders.api';
import { now, wait } from '@/platform/clock';
import { mediaStore } from '@/platform/media-store';
import { createOutbox, type OutboxItem } from '@/platform/outbox';
import { keep, recall } from '@/platform/storage';
import { createUploadQueue, type QueuedUpload } from '@/platform/upload-queue';
import { uuid } from '@/platform/uuid';
import { createWriteQueue, type QueuedWrite, type UploadIds } from '@/platform/write-queue';
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

type Finished = Omit<CompletionRequest, 'beforeUploadIds' | 'afterUploadIds'>;

/** What an engineer taps in a home; photos are named by their ids in the upload queue. */
export type FieldWrite =
  | { [V in Exclude<FieldVerb, 'finish'>]: { verb: V; body: FieldWork[V] } }[Exclude<FieldVerb, 'finish'>]
  | { verb: 'finish'; body: Finished; before: string[]; after: string[] };
export type WaitingFieldWrite = QueuedWrite<FieldWrite>;

/** Work in homes, whether there is a network or not; a lane is an order. */
export const fieldWork = createWriteQueue<FieldWrite, WorkOrderChange>({
  recall: () => recall('field-work'),
  keep: (writes) => keep('field-work', writes),
  uploads,
  bodyOf: (what, ids) => (what.verb === 'finish' ? { ...what.body, ...photosOf(what, ids) } : what.body),
  send: (orderId, { verb }, body, key) => server.staffOrders.field(orderId, verb, body as never, key),
  uuid,
  now,
  wait,
});

function photosOf({ before, after }: { before: string[]; after: string[] }, ids: UploadIds): Partial<CompletionRequest> {
  const sent = (files: string[]) => files.flatMap((file) => ids[file] ?? []);
  return {
    ...(before.length > 0 ? { beforeUploadIds: sent(before) } : {}),
    ...(after.length > 0 ? { afterUploadIds: sent(after) } : {}),
  };
}

/** Sends what was left on the phone: the app was opened, or the network is back. */
export function goOnSending(): void {
  void uploads.resume().then(() => Promise.all([reports.resume(), fieldWork.resume()]));
}

export const useUploads = (): readonly QueuedUpload[] => useSyncExternalStore(uploads.subscribe, uploads.list);

export const useWaitingReports = (): readonly WaitingReport[] => useSyncExternalStore(reports.subscribe, reports.list);

export const useFieldWork = (): readonly WaitingFieldWrite[] => useSyncExternalStore(fieldWork.subscribe, fieldWork.list);
