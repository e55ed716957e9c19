import type { AppealJudgement, VerdictView } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { Button } from '@/components/button/button';
import { LongTextField } from '@/components/field/long-text-field';
import { Icon } from '@/components/icon/icon';
import { Segments } from '@/components/segments/segments';
import { Sheet } from '@/components/sheet/sheet';
import { Tap } from '@/components/tap/tap';
import { claimsInOrder, faultOfJudgement, kindOf, type Outcome } from '../../../_lib/verdict-words';

interface Props {
  open: boolean;
  verdict: VerdictView;
  busy: boolean;
  onSend: (judgement: AppealJudgement) => void;
  onClose: () => void;
}

const OUTCOMES = [
  { value: 'upheld', label: '维持原判' },
  { value: 'overturned', label: '改判' },
];
const NOTES: Readonly<Record<Outcome, string>> = {
  upheld: '归属不变，申诉人会看到你的答复',
  overturned: '归属改给你选的一方，奖励随之调整；申诉人会看到你的答复，原判留在记录里',
};

/** The manager's word on an appeal: it stands, or somebody else wins; always with an answer. */
export function JudgementSheet({ open, verdict, busy, onSend, onClose }: Props) {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [winner, setWinner] = useState<number | null>(null);
  const [answer, setAnswer] = useState('');
  const [tried, setTried] = useState(false);
  useEffect(() => {
    if (open) return;
    setOutcome(null);
    setWinner(null);
    setTried(false);
  }, [open]);
  const others = claimsInOrder(verdict.claims).filter(({ claim }) => claim.outcome !== 'won');
  const chosen = others.find(({ place }) => place === winner)?.claim;
  const fault = faultOfJudgement({ outcome, winner, answer });
  const send = () => {
    setTried(true);
    if (fault || outcome === null) return;
    onSend({
      outcome,
      answer: answer.trim(),
      ...(outcome === 'overturned' && winner !== null ? { winner, judgedAt: verdict.judgedAt } : {}),
    });
  };
  const action = outcome === 'overturned' ? (chosen ? `改判给${chosen.label}` : '改判') : outcome === 'upheld' ? '维持原判' : '给出结果';
  return (
    <Sheet open={open} title="复核申诉" onClose={onClose} foot={<Button text={action} block busy={busy} onTap={send} />}>
      <View className="judgement">
        <Segments items={OUTCOMES} chosen={outcome ?? ''} onChange={(value) => setOutcome(value as Outcome)} />
        {outcome ? <View className="judgement__note t-note ink-2">{NOTES[outcome]}</View> : null}
        {outcome === 'overturned' ? (
          <View className="judgement__claims">
            {others.map(({ claim, place }) => (
              <Tap
                key={place}
                className={`judgement__claim ${place === winner ? 'judgement__claim--on' : ''}`}
                pressed={place === winner}
                onTap={() => setWinner(place)}
              >
                <View className="grow">
                  <View>{claim.label}</View>
                  <View className="t-note ink-2">{[kindOf(claim), claim.why].filter(Boolean).join(' · ')}</View>
                </View>
                {place === winner ? <Icon name="check" /> : null}
              </Tap>
            ))}
          </View>
        ) : null}
        <LongTextField
          label="答复"
          name="answer"
          value={answer}
          maxLength={500}
          placeholder="写明依据，申诉人会看到"
          error={tried ? fault : null}
          onChange={setAnswer}
        />
      </View>
    </Sheet>
  );
}
