import {
  type ComplaintGrade,
  type GradeRequest,
  type Level3,
  MOOD_LEVELS,
  SCOPE_LEVELS,
  SERIOUSNESS_LEVELS,
  SEVERITY_LABELS,
  severityOf,
} from '@guihu/shared';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { ChipGroup, chipsOf } from '@/components/chip-group/chip-group';
import { Field } from '@/components/field/field';
import { ReasonSheet } from '@/components/reason-sheet/reason-sheet';
import { SeverityMatrix } from './severity-matrix';
import './grade-sheet.scss';

interface Props {
  grade: ComplaintGrade | null;
  open: boolean;
  busy: boolean;
  onSend: (grade: GradeRequest) => void;
  onClose: () => void;
}

const REASONS = ['现场核实后调整', '影响范围比描述的大', '影响范围比描述的小', '业主情绪有变化'];
const UNGRADED: ComplaintGrade = { seriousness: 1, scope: 1, mood: 1 };

/** How grave a complaint is: three answers, the matrix they are read from, and what follows (J10, J14). */
export function GradeSheet({ grade, open, busy, onSend, onClose }: Props) {
  const [asked, setAsked] = useState<ComplaintGrade>(grade ?? UNGRADED);
  useEffect(() => {
    if (open) setAsked(grade ?? UNGRADED);
  }, [open, grade]);
  const severity = severityOf(asked);
  const choose = (key: keyof ComplaintGrade) => (chosen: string[]) =>
    chosen[0] && setAsked((before) => ({ ...before, [key]: Number(chosen[0]) as Level3 }));
  return (
    <ReasonSheet
      open={open}
      title="评级"
      note="评级决定由谁牵头，原因会记入动态"
      reasons={REASONS}
      action={`定为${SEVERITY_LABELS[severity]}`}
      busy={busy}
      onSend={(reason) => onSend({ ...asked, reason })}
      onClose={onClose}
    >
      <View className="grade-sheet">
        <SeverityMatrix grade={asked} onChoose={(seriousness, scope) => setAsked((before) => ({ ...before, seriousness, scope }))} />
        <Field label="严重性">
          <ChipGroup chips={chipsOf(SERIOUSNESS_LEVELS)} chosen={[String(asked.seriousness)]} onChange={choose('seriousness')} />
        </Field>
        <Field label="影响范围">
          <ChipGroup chips={chipsOf(SCOPE_LEVELS)} chosen={[String(asked.scope)]} onChange={choose('scope')} />
        </Field>
        <Field label="业主情绪" hint="非常不满时提高一级">
          <ChipGroup chips={chipsOf(MOOD_LEVELS)} chosen={[String(asked.mood)]} onChange={choose('mood')} />
        </Field>
        <View className={`grade-sheet__answer grade-sheet__answer--${severity}`}>
          {severity === 'major' ? '重大投诉，将升级给经理牵头' : `${SEVERITY_LABELS[severity]}投诉，由现在的负责人处理`}
        </View>
      </View>
    </ReasonSheet>
  );
}
