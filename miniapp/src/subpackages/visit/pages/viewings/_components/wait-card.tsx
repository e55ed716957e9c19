import { type MyWait, sayTime, VIEWING_KIND_LABELS } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Deadline } from '@/components/deadline/deadline';
import { saySlot } from '@/components/slot-picker/say-day';
import { StatusTag } from '@/components/status-tag/status-tag';
import { placeWords, waitTagOf } from '../../../_lib/wait-words';

interface Props {
  wait: MyWait;
  now: number;
  busy: boolean;
  onTake: () => void;
  onLeave: () => void;
}

/** A place in a line, and the seat once it is offered: taken or left with one tap, until the clock runs out. */
export function WaitCard({ wait, now, busy, onTake, onLeave }: Props) {
  const { startsAt, projectName, kind, status, offerUntil } = wait;
  const start = Date.parse(startsAt);
  const offered = status === 'offered';
  return (
    <Card className={offered ? 'wait-card wait-card--offered' : 'wait-card'}>
      <View className="wait-card__head">
        <View className="t-section tabular">{sayTime(start, now)}</View>
        <StatusTag {...waitTagOf(wait)} />
      </View>
      <View>{`${projectName} · ${VIEWING_KIND_LABELS[kind]}`}</View>
      <View className="t-note ink-2">{placeWords(wait)}</View>
      {offered && offerUntil ? (
        <View className="wait-card__until">
          <View className="t-note ink-soon tabular">{`请在${sayTime(Date.parse(offerUntil), now)} 前确认`}</View>
          <Deadline dueAt={Date.parse(offerUntil)} now={now} />
        </View>
      ) : null}
      <View className="wait-card__ways">
        <Button kind={offered ? 'plain' : 'quiet'} text={offered ? '不要了' : '退出候补'} disabled={busy} onTap={onLeave} />
        {offered ? <Button text={`确认预约${saySlot(start, now)}`} busy={busy} onTap={onTake} /> : null}
      </View>
    </Card>
  );
}
