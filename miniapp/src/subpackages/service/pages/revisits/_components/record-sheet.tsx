import type { RevisitView } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { ChipGroup } from '@/components/chip-group/chip-group';
import { Field } from '@/components/field/field';
import { ReasonSheet } from '@/components/reason-sheet/reason-sheet';
import { useVerbs } from '@/platform/use-verbs';
import { server } from '@/session';

interface Props {
  revisit: RevisitView | null;
  onDone: () => Promise<void>;
  onClose: () => void;
}

type Answer = 'satisfied' | 'unsatisfied' | 'missed';

const ANSWERS: { value: Answer; label: string }[] = [
  { value: 'satisfied', label: '接通，满意' },
  { value: 'unsatisfied', label: '接通，不满意' },
  { value: 'missed', label: '没有接通' },
];
const USUAL: Readonly<Record<Answer, readonly string[]>> = {
  satisfied: ['业主对处理结果满意', '问题没有再出现', '业主表示感谢'],
  unsatisfied: ['问题仍未解决', '对服务态度不满意', '希望再安排上门', '对收费有疑问'],
  missed: ['无人接听', '占线', '关机或停机'],
};

/** What the owner said on the phone, in one tap and a few words. */
export function RecordSheet({ revisit, onDone, onClose }: Props) {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const verbs = useVerbs(onDone);
  const id = revisit?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another revisit begins with no answer
  useEffect(() => setAnswer(null), [id]);
  const send = (note: string) => {
    if (!id || !answer) return;
    const body = { connected: answer !== 'missed', ...(answer === 'missed' ? {} : { satisfied: answer === 'satisfied' }), note };
    void verbs.run(() => server.serviceDesk.recordRevisit(id, body), '已记录回访').then(onClose);
  };
  return (
    <ReasonSheet
      open={revisit !== null}
      title="记录回访"
      note={revisit ? `${revisit.homeLabel} · ${revisit.reasonLabel}` : ''}
      label="业主怎么说"
      reasons={answer ? USUAL[answer] : []}
      action="保存回访"
      busy={verbs.busy}
      missing={answer ? null : '请选择有没有接通、是否满意'}
      onSend={send}
      onClose={onClose}
    >
      <View style={{ marginBottom: '16px' }}>
        <Field label="结果">
          <ChipGroup
            chips={ANSWERS}
            chosen={answer ? [answer] : []}
            onChange={([value]) => setAnswer((value as Answer | undefined) ?? null)}
          />
        </Field>
      </View>
    </ReasonSheet>
  );
}
