import { now } from '@/platform/clock';
import { say } from '@/platform/feedback';
import { backOr } from '@/platform/navigation';
import { useSentForm } from '@/platform/use-sent-form';
import { server } from '@/session';
import { type FeedbackLevel, faultsOfFeedback, feedbackOf, NEW_FEEDBACK, type Walked } from '../_lib/feedback-form';

/** The feedback being written about one visit. */
export function useFeedback(viewingId: string, walked: Walked) {
  const {
    send,
    restart: _,
    ...shown
  } = useSentForm({
    name: `viewing-feedback:${viewingId}`,
    initial: NEW_FEEDBACK,
    faultsOf: (form) => faultsOfFeedback(form, walked, now()),
  });
  return {
    ...shown,
    send: async (level: FeedbackLevel | null) => {
      const open = Object.keys(faultsOfFeedback(shown.form, walked, now())).length;
      if (open > 0) say(`还有 ${open} 项没填好，已在下面标出`);
      const done = await send(
        (form) => feedbackOf(form, walked, level),
        (body, key) => server.staffViewings.complete(viewingId, body, key),
      );
      if (!done) return;
      say('带看反馈已保存');
      backOr('staffViewing', { id: viewingId });
    },
  };
}
