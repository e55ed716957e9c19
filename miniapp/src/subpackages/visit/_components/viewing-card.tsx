import { type MyViewing, sayTime } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { StatusTag } from '@/components/status-tag/status-tag';
import { statusTagOf, whatOf } from '../_lib/viewing-words';
import './viewing-card.scss';

interface Props {
  viewing: MyViewing;
  now: number;
  onOpen: () => void;
}

/** A visit in a list: when, where, and what comes next. */
export function ViewingCard({ viewing, now, onOpen }: Props) {
  const { startsAt, promise, host, status } = viewing;
  const when = sayTime(Date.parse(startsAt), now);
  const tag = statusTagOf(status);
  return (
    <Card label={`${when}，${whatOf(viewing)}，${tag.text}`} onTap={onOpen}>
      <View className="viewing-card__head">
        <View className="t-section tabular">{when}</View>
        <StatusTag {...tag} />
      </View>
      <View>{whatOf(viewing)}</View>
      {host ? <View className="t-note ink-2">{`接待：${host.name} · ${host.title}`}</View> : null}
      {promise ? <View className="viewing-card__promise">{promise}</View> : null}
    </Card>
  );
}
