import { useRef, useState } from 'react';
import { ApiProblem, sentenceOf } from '@/platform/api-problem';
import { now } from '@/platform/clock';
import { say } from '@/platform/feedback';
import { backOr } from '@/platform/navigation';
import { useDraft } from '@/platform/use-draft';
import { server } from '@/session';
import { type FeedbackErrors, type FeedbackLevel, faultsOfFeedback, feedbackOf, NEW_FEEDBACK } from '../_lib/feedback-form';

/** The feedback being written about one visit, and its sending: once, however often the button is tapped on a bad network. */
export function useFeedback(viewingId: string) {
  const draft = useDraft(`viewing-feedback:${viewingId}`, NEW_FEEDBACK);
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState<FeedbackErrors>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const sending = useRef(false);
  const faults = tried ? { ...refused, ...faultsOfFeedback(draft.value, now()) } : {};

  const send = async (level: FeedbackLevel | null) => {
    setTried(true);
    setFailure(null);
    const open = Object.keys(faultsOfFeedback(draft.value, now())).length;
    if (open > 0) return say(`还有 ${open} 项没填好，已在下面标出`);
    if (sending.current) return;
    sending.current = true;
    const body = feedbackOf(draft.value, level);
    setBusy(true);
    try {
      await server.staffViewings.complete(viewingId, body, draft.keyFor(body));
      draft.clear();
      say('带看反馈已保存');
      backOr('staffViewing', { id: viewingId });
    } catch (cause) {
      setFailure(sentenceOf(cause));
      if (cause instanceof ApiProblem) setRefused(Object.fromEntries(cause.fields.map(({ field, message }) => [field, message])));
      setBusy(false);
    } finally {
      sending.current = false;
    }
  };
  const change = (part: Parameters<typeof draft.change>[0]) => {
    setRefused({});
    draft.change(part);
  };
  return { form: draft.value, change, faults, failure, busy, send };
}
