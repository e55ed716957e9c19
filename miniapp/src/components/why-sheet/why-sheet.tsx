import { View } from '@tarojs/components';
import { Icon } from '../icon/icon';
import { Sheet } from '../sheet/sheet';
import './why-sheet.scss';

export interface WhyRule {
  name: string;
  matched: boolean;
  reason: string;
  /** Instead of 符合 or 不符合: 符合，但无人可派 … */
  verdict?: string;
}

export interface WhyCandidate {
  name: string;
  chosen: boolean;
  /** Why not this one, or how busy they were. */
  text: string;
}

interface Props {
  open: boolean;
  title: string;
  /** The decision in sentences, the answer first. */
  sentences: readonly string[];
  rules?: readonly WhyRule[];
  candidates?: readonly WhyCandidate[];
  onClose: () => void;
}

/** 为什么: an automatic decision told in the order in which it was made. */
export function WhySheet({ open, title, sentences, rules = [], candidates = [], onClose }: Props) {
  return (
    <Sheet open={open} title={title} onClose={onClose}>
      <View className="why-sheet__sentences">
        {sentences.map((sentence) => (
          <View key={sentence} className="why-sheet__sentence">
            {sentence}
          </View>
        ))}
      </View>
      {rules.length > 0 ? <View className="why-sheet__heading t-note">依次看过的规则</View> : null}
      {rules.map((rule, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the order is what is told, and a name may come twice
        <View key={`${at}-${rule.name}`} className={`why-sheet__row ${rule.matched ? 'why-sheet__row--on' : ''}`}>
          <View className="why-sheet__number tabular">{at + 1}</View>
          <View className="grow">
            <View className="why-sheet__name">
              {rule.name}
              <View className="why-sheet__verdict t-note">{rule.verdict ?? (rule.matched ? '符合' : '不符合')}</View>
            </View>
            <View className="t-note ink-2">{rule.reason}</View>
          </View>
        </View>
      ))}
      {candidates.length > 0 ? <View className="why-sheet__heading t-note">考虑过的同事</View> : null}
      {candidates.map((candidate) => (
        <View key={`${candidate.name}-${candidate.text}`} className={`why-sheet__row ${candidate.chosen ? 'why-sheet__row--on' : ''}`}>
          <View className="why-sheet__number">{candidate.chosen ? <Icon name="check" size={1} /> : null}</View>
          <View className="grow">
            <View className="why-sheet__name">
              {candidate.name}
              {candidate.chosen ? <View className="why-sheet__verdict t-note">选中</View> : null}
            </View>
            <View className="t-note ink-2">{candidate.text}</View>
          </View>
        </View>
      ))}
    </Sheet>
  );
}
