import type { TaskView } from '@guihu/shared';
import { useState } from 'react';
import { ReasonSheet } from '@/components/reason-sheet/reason-sheet';
import { sentenceOf } from '@/platform/api-problem';
import { say } from '@/platform/feedback';
import { server } from '@/session';

interface Props {
  task: TaskView | null;
  onDone: () => void;
  onClose: () => void;
}

const USUAL = ['已在微信上联系', '客户已到访', '客户要求不再联系', '已由同事完成'];

/** Done without a follow-up record: says how. */
export function CompletionSheet({ task, onDone, onClose }: Props) {
  const [busy, setBusy] = useState(false);
  const complete = async (note: string) => {
    if (!task) return;
    setBusy(true);
    try {
      await server.tasks.complete(task.id, note);
      say('已完成');
    } catch (failure) {
      say(sentenceOf(failure));
    } finally {
      setBusy(false);
      onClose();
      onDone();
    }
  };
  return (
    <ReasonSheet
      open={task !== null}
      title="标记完成"
      note={task ? `${task.customerName} · ${task.title}。如果刚联系过客户，记一条跟进会自动完成` : ''}
      label="怎么完成的"
      reasons={USUAL}
      action="标记完成"
      busy={busy}
      onSend={complete}
      onClose={onClose}
    />
  );
}
