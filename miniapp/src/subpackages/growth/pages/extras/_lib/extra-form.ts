import { EXTRA_TITLE, EXTRA_WORDS, type ExtraDraft, type ExtraKind, type StaffExtra } from '@guihu/shared';

export interface ExtraForm {
  kind: ExtraKind;
  title: string;
  words: string;
  from: string;
  /** Empty: no end. */
  until: string;
  active: boolean;
  position: number;
  responsibleId: string | null;
  /** Ids in the phone's upload queue; at most one. */
  files: string[];
}
export type ExtraFaults = Partial<Record<'title' | 'words' | 'until', string>>;

/** The form as it opens: what stands, or a fresh one from today. */
export const formOf = (extra: StaffExtra | null, today: string): ExtraForm => ({
  kind: extra?.kind ?? 'parking',
  title: extra?.title ?? '',
  words: extra?.words ?? '',
  from: extra?.from ?? today,
  until: extra?.until ?? '',
  active: extra?.active ?? true,
  position: extra?.position ?? 0,
  responsibleId: extra?.responsible?.id ?? null,
  files: [],
});

const isBetween = (text: string, { least, most }: { least: number; most: number }): boolean => {
  const { length } = [...text.trim()];
  return length >= least && length <= most;
};

/** What keeps it from being kept; the server asks the same. */
export const faultsOfExtra = ({ title, words, from, until }: ExtraForm): ExtraFaults => ({
  ...(isBetween(title, EXTRA_TITLE) ? {} : { title: `名称请写 ${EXTRA_TITLE.least} 到 ${EXTRA_TITLE.most} 个字` }),
  ...(isBetween(words, EXTRA_WORDS) ? {} : { words: `介绍请写 ${EXTRA_WORDS.least} 到 ${EXTRA_WORDS.most} 个字` }),
  ...(until !== '' && until < from ? { until: '结束日期不能早于开始日期' } : {}),
});

/** @param uploadId null where no new picture was chosen: then the one that hangs there stays */
export const draftOf = (form: ExtraForm, uploadId: string | null): ExtraDraft => {
  const { kind, title, words, from, until, active, position, responsibleId } = form;
  return {
    kind,
    title: title.trim(),
    words: words.trim(),
    from,
    until: until === '' ? null : until,
    active,
    position,
    responsibleId,
    ...(uploadId ? { uploadId } : {}),
  };
};
