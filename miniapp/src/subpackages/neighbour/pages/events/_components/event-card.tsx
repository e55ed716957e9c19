import { beijingClock, sayTime } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { StatusTag } from '@/components/status-tag/status-tag';
import type { CommunityEvent } from '../_hooks/use-events';

interface Props {
  event: CommunityEvent;
  now: number;
  onSignUp: () => void;
}

/** One event: when, how many may still come, and the way to come too. */
export function EventCard({ event, now, onSignUp }: Props) {
  const { title, projectName, startsAt, endsAt, seatsLeft, audience, bookable, waitable, reason } = event;
  return (
    <Card>
      <View className="stack">
        <View className="row row--between row--wrap">
          <View className="t-section">{title}</View>
          {audience === 'owners' ? <StatusTag text="业主专场" tone="done" icon="home" /> : null}
        </View>
        <View>{`${sayTime(Date.parse(startsAt), now)} 至 ${beijingClock(Date.parse(endsAt))}`}</View>
        <View className="t-note ink-2">{`${projectName} · ${bookable ? `还可报名 ${seatsLeft} 家` : (reason ?? '暂不能报名')}`}</View>
        {bookable ? <Button text="报名参加" onTap={onSignUp} /> : null}
        {!bookable && waitable ? <Button text="加入候补" kind="plain" onTap={onSignUp} /> : null}
      </View>
    </Card>
  );
}
