import { sayTime, type VerdictView } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Icon } from '@/components/icon/icon';
import { CAN_PRINT, printPage } from '@/platform/print';
import { conclusionOf } from '../../../_lib/verdict-words';

interface Props {
  verdict: VerdictView;
  /** Whom it is about: `李**，陈女士推荐`. */
  about: { title: string; note: string } | null;
  now: number;
}

/** What was decided, in a sentence; how, in a few more; by which rules and when. */
export function ConclusionCard({ verdict, about, now }: Props) {
  const { conclusion, reasons } = conclusionOf(verdict);
  return (
    <View className="conclusion">
      <View className="conclusion__mark">
        <Icon name={verdict.winner ? 'shield' : 'question'} size={1.6} />
      </View>
      <View className="grow">
        {about ? <View className="t-note ink-2">{[about.title, about.note].filter(Boolean).join(' · ')}</View> : null}
        <View className="conclusion__said t-title">{conclusion}</View>
        {reasons.map((sentence) => (
          <View key={sentence} className="conclusion__reason">
            {sentence}
          </View>
        ))}
        <View className="conclusion__foot">
          <View className="t-note ink-2 tabular grow">
            {`${sayTime(Date.parse(verdict.judgedAt), now)} 判定，按${verdict.rulesVersion === 0 ? '默认规则' : `第 ${verdict.rulesVersion} 版规则`}`}
          </View>
          {CAN_PRINT ? (
            <View className="no-print">
              <Button text="打印" kind="quiet" onTap={printPage} />
            </View>
          ) : null}
        </View>
      </View>
    </View>
  );
}
