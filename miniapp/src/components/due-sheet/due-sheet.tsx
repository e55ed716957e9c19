import type { DueTimeExplanation } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Icon } from '../icon/icon';
import { Sheet } from '../sheet/sheet';
import { dueLines } from './due-lines';
import './due-sheet.scss';

interface Props {
  /** What is due; null keeps the sheet closed. */
  why: DueTimeExplanation | null;
  title: string;
  /** Epoch milliseconds. */
  now: number;
  onClose: () => void;
}

/** 为什么是这个时间: the due time stretch by stretch, what counted and what did not. */
export function DueSheet({ why, title, now, onClose }: Props) {
  return (
    <Sheet open={why !== null} title={title} onClose={onClose}>
      {why ? (
        <>
          <View className="due-sheet__answer">{why.text}</View>
          <View className="due-sheet__rule t-note">{`规则：${why.rule}，按${why.clock}计算`}</View>
          {dueLines(why, now).map((line) => (
            <View key={`${line.at}-${line.title}`} className={`due-sheet__line ${line.counted ? '' : 'due-sheet__line--skipped'}`}>
              <Icon name={line.counted ? 'check' : 'clock'} />
              <View className="grow">
                <View>{line.title}</View>
                <View className="t-note tabular ink-2">{line.span}</View>
              </View>
            </View>
          ))}
        </>
      ) : null}
    </Sheet>
  );
}
