import type { MyReferral } from '@guihu/shared';
import { useCallback, useRef, useState } from 'react';
import { say } from '@/platform/feedback';
import { type FieldErrors, type FieldsOfBody, refusalOf, without } from '@/platform/refusal';
import { useDraft } from '@/platform/use-draft';
import { server, uploads } from '@/session';

interface AppealForm {
  reason: string;
  /** Ids in the upload queue. */
  files: string[];
}
type AppealField = keyof AppealForm;

const EMPTY: AppealForm = { reason: '', files: [] };
const FIELDS: FieldsOfBody<AppealField> = [
  ['reason', 'reason'],
  ['files', 'uploadIds'],
];
const KEPT = '您写的内容都在，再点一次即可';
const NOT_THERE = '有照片还没送达：点照片重试，或删掉它再提交';

export function useAppeal(id: string, onAppealed: (answer: MyReferral) => void) {
  const draft = useDraft<AppealForm>(`appeal:${id}`, EMPTY);
  const [said, setSaid] = useState<{ errors: FieldErrors<AppealField>; sentence: string | null }>({ errors: {}, sentence: null });
  const [sending, setSending] = useState(false);
  const busy = useRef(false);
  const { change: keep } = draft;
  const change = useCallback(
    (part: Partial<AppealForm>) => {
      keep(part);
      setSaid(({ errors }) => ({ errors: without(errors, Object.keys(part)), sentence: null }));
    },
    [keep],
  );

  const send = async (): Promise<void> => {
    if (busy.current) return;
    const reason = draft.value.reason.trim();
    if (reason === '') return setSaid({ errors: { reason: '请写明理由，核对时会用到' }, sentence: null });
    busy.current = true;
    setSending(true);
    try {
      const files = await uploads.settled(draft.value.files);
      const uploadIds = files.flatMap(({ state, uploadId }) => (state === 'arrived' && uploadId ? [uploadId] : []));
      if (uploadIds.length < files.length) return setSaid({ errors: { files: NOT_THERE }, sentence: null });
      const body = { reason, uploadIds };
      const answer = await server.referrals.appeal(id, body, draft.keyFor(body));
      void uploads.release(draft.value.files);
      draft.change(EMPTY);
      draft.clear();
      say('已提交复核，有结果会通知您');
      onAppealed(answer);
    } catch (failure) {
      setSaid(refusalOf(failure, FIELDS, KEPT));
    } finally {
      busy.current = false;
      setSending(false);
    }
  };
  return { form: draft.value, change, send, sending, ...said };
}
