import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { StatusTag } from '@/components/status-tag/status-tag';
import { fieldWork, type WaitingFieldWrite } from '@/session';
import { sayTap } from '../../_lib/field-words';
import './waiting-card.scss';

interface Props {
  waiting: readonly WaitingFieldWrite[];
  now: number;
}

/** What was done here and the server does not have yet: on its way, or refused and to be decided about. */
export function WaitingCard({ waiting, now }: Props) {
  if (waiting.length === 0) return null;
  const held = waiting.findIndex(({ refusal }) => refusal !== null);
  return (
    <Card className="waiting-card">
      {waiting.map(({ id, what, tappedAt, refusal }, at) => (
        <View key={id} className="waiting-card__write">
          <View className="row row--between">
            <View className="grow tabular">{sayTap(what.verb, tappedAt, now)}</View>
            <StatusTag text={refusal ? '没有成功' : '排队中'} tone={refusal ? 'late' : 'soon'} />
          </View>
          {refusal ? <View className="t-note ink-2">{refusal}</View> : null}
          {held >= 0 && at > held ? <View className="t-note ink-2">等上面这一步处理好再发送</View> : null}
          {refusal ? (
            <View className="waiting-card__answers">
              <Button text="放弃这一步" kind="quiet" onTap={() => void fieldWork.giveUp(id)} />
              <Button text="再试一次" kind="plain" onTap={() => fieldWork.retry(id)} />
            </View>
          ) : null}
        </View>
      ))}
      {held < 0 ? <View className="waiting-card__promise t-note ink-2">已存在手机里，联网后按顺序自动发送</View> : null}
    </Card>
  );
}
