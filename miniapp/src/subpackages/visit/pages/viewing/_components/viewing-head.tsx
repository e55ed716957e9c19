import { beijingDate, type MyViewing, sayTime } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { Icon } from '@/components/icon/icon';
import { sayDay, saySpan } from '@/components/slot-picker/say-day';
import { StatusTag } from '@/components/status-tag/status-tag';
import { Tap } from '@/components/tap/tap';
import { changeWords, statusTagOf, whatOf } from '../../../_lib/viewing-words';

interface Props {
  viewing: MyViewing;
  now: number;
  onCopy: () => void;
}

/** When and what, large; then the promise, and until when one may change one's mind. */
export function ViewingHead({ viewing, now, onCopy }: Props) {
  const { startsAt, endsAt, status, promise, number, createdAt } = viewing;
  const start = Date.parse(startsAt);
  const over = status === 'cancelled' || status === 'no-show';
  const change = changeWords(viewing, now);
  return (
    <Card>
      <View className="viewing-head__what">
        <View className="grow">{whatOf(viewing)}</View>
        <StatusTag {...statusTagOf(status)} />
      </View>
      <View className={`viewing-head__day t-title tabular ${over ? 'ink-2' : ''}`}>{sayDay(beijingDate(start), now)}</View>
      <View className={`t-figure ${over ? 'viewing-head__off' : ''}`}>{saySpan(start, Date.parse(endsAt))}</View>
      {promise ? (
        <View className="viewing-head__promise">
          <Icon name={over ? 'info' : 'clock'} />
          <View className="grow">{promise}</View>
        </View>
      ) : null}
      {change ? <View className="viewing-head__change t-note ink-2">{change}</View> : null}
      <Tap className="viewing-head__number t-note" label={`复制预约编号 ${number}`} onTap={onCopy}>
        <View className="tabular">{`预约编号 ${number} · ${sayTime(Date.parse(createdAt), now)} 提交`}</View>
        <Icon name="copy" size={1.1} />
      </Tap>
    </Card>
  );
}
