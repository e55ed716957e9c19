import type { WarrantyVerdict } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Icon } from '../icon/icon';
import { StatusTag, type Tone } from '../status-tag/status-tag';
import './warranty-line.scss';

const TONES: Readonly<Record<WarrantyVerdict['verdict'], Tone>> = { within: 'done', expired: 'soon', unknown: 'info', none: 'calm' };

/** Who pays, before anything is sent: the verdict, the clause behind it, and what it means for the purse. */
export function WarrantyLine({ verdict }: { verdict: WarrantyVerdict }) {
  const { label, clause, termText, endsOn, partName, costText } = verdict;
  const until = endsOn ? `至 ${sayDay(endsOn)}` : '';
  const law = [clause, termText].filter(Boolean).join('，');
  return (
    <View className={`warranty-line warranty-line--${verdict.verdict}`}>
      <View className="warranty-line__head">
        <StatusTag text={label} tone={TONES[verdict.verdict]} icon="shield" />
        {until ? <View className="t-note">{until}</View> : null}
      </View>
      <View className="warranty-line__cost">{costText}</View>
      {law ? (
        <View className="warranty-line__law t-note">
          <Icon name="info" size={1.1} />
          <View className="grow">{partName ? `${partName}：${law}` : law}</View>
        </View>
      ) : null}
    </View>
  );
}

/** `2029年11月3日` */
function sayDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
