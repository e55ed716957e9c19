import type { CompletionRequest, PartUsed, WorkOrderKind } from '@guihu/shared';

/** A part as it is typed. */
export interface PartDraft {
  name: string;
  quantity: string;
  /** For one of them, in yuan; empty for nothing to pay. */
  yuan: string;
}

/** What was written and photographed; kept on the phone until it is handed over. */
export interface FinishForm {
  words: string;
  parts: PartDraft[];
  /** Ids in the upload queue. */
  before: string[];
  after: string[];
  rootCause: string;
  correctiveAction: string;
}

export const NEW_FINISH: FinishForm = { words: '', parts: [], before: [], after: [], rootCause: '', correctiveAction: '' };
export const NEW_PART: PartDraft = { name: '', quantity: '1', yuan: '' };
export const MOST_PARTS = 20;

const MOST_PIECES = 999;
const MOST_FEN = 10_000_000;

export type FinishField = 'words' | 'parts' | 'photos' | 'rootCause' | 'correctiveAction';
export type FinishErrors = Partial<Record<FinishField, string>>;

interface Ground {
  kind: WorkOrderKind;
  /** Sentences of photos that will never be taken. */
  refusedFiles: readonly string[];
}

/** What is still missing, a sentence under each field; empty when it can be sent. A complaint needs its cause and remedy (J11). */
export function faultsOfFinish(form: FinishForm, { kind, refusedFiles }: Ground): FinishErrors {
  const faults: FinishErrors = {};
  if (!form.words.trim()) faults.words = '请写一句处理了什么，业主会看到';
  const part = form.parts.filter(isStarted).map(faultOfPart).find(Boolean);
  if (part) faults.parts = part;
  if (refusedFiles.length > 0) faults.photos = `${refusedFiles[0]}，请删除后重新选择`;
  if (kind !== 'complaint') return faults;
  if (!form.rootCause.trim()) faults.rootCause = '请写明根本原因，投诉办结必填';
  if (!form.correctiveAction.trim()) faults.correctiveAction = '请写明改进措施，投诉办结必填';
  return faults;
}

/** What is sent, without the photos; call it only for a form without faults. */
export function completionOf(form: FinishForm, kind: WorkOrderKind): Omit<CompletionRequest, 'beforeUploadIds' | 'afterUploadIds'> {
  const parts = form.parts.filter(isStarted).map(partOf);
  return {
    words: form.words.trim(),
    ...(parts.length > 0 ? { parts } : {}),
    ...(kind === 'complaint' ? { rootCause: form.rootCause.trim(), correctiveAction: form.correctiveAction.trim() } : {}),
  };
}

/** What all parts cost together, in fen; what cannot be read counts nothing. */
export const totalFen = (parts: readonly PartDraft[]): number =>
  parts.filter(isStarted).reduce((sum, part) => sum + (fenOf(part.yuan) ?? 0) * (quantityOf(part.quantity) ?? 0), 0);

/** A row that was opened and left empty is no part. */
const isStarted = ({ name, yuan }: PartDraft): boolean => name.trim() !== '' || yuan.trim() !== '';

function faultOfPart({ name, quantity, yuan }: PartDraft): string | null {
  if (!name.trim()) return '请写配件名称，不需要的可以删除';
  if (quantityOf(quantity) === null) return `「${name.trim()}」的数量请填 1 到 ${MOST_PIECES} 的整数`;
  const fen = fenOf(yuan);
  if (fen === null) return `「${name.trim()}」的单价请填数字，最多两位小数，免费可以不填`;
  return fen > MOST_FEN ? `「${name.trim()}」的单价超出上限，请检查` : null;
}

const partOf = ({ name, quantity, yuan }: PartDraft): PartUsed => ({
  name: name.trim(),
  quantity: quantityOf(quantity) ?? 1,
  priceFen: fenOf(yuan) ?? 0,
});

function quantityOf(typed: string): number | null {
  const pieces = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : 0;
  return pieces >= 1 && pieces <= MOST_PIECES ? pieces : null;
}

/** Whole fen of an amount typed in yuan; nothing typed is nothing to pay, null is no amount. */
export function fenOf(yuan: string): number | null {
  const typed = yuan.trim();
  if (typed === '') return 0;
  const read = /^(\d{1,7})(?:\.(\d{0,2}))?$/.exec(typed);
  return read ? Number(read[1]) * 100 + Number((read[2] ?? '').padEnd(2, '0')) : null;
}
