import { type ConsentRecord, sayTime } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { StatusTag } from '@/components/status-tag/status-tag';
import './consent-card.scss';

interface Props {
  consent: ConsentRecord;
  now: number;
  busy?: boolean;
  /** Left out for one already taken back. */
  onWithdraw?: () => void;
}

const said = (iso: string, now: number) => sayTime(Date.parse(iso), now);

export function ConsentCard({ consent, now, busy = false, onWithdraw }: Props) {
  const { title, policyVersion, givenAt, withdrawnAt } = consent;
  return (
    <Card>
      <View className="row row--between row--wrap">
        <View className="t-section">{title}</View>
        {withdrawnAt ? <StatusTag text="已撤回" tone="calm" icon="close" /> : <StatusTag text="已同意" tone="done" />}
      </View>
      <View className={`row row--between row--wrap ${onWithdraw ? 'consent-card__foot' : ''}`}>
        <View className="t-note ink-2 tabular">
          <View>{`${said(givenAt, now)} 同意，政策 ${policyVersion} 版`}</View>
          {withdrawnAt ? <View>{`${said(withdrawnAt, now)} 撤回`}</View> : null}
        </View>
        {onWithdraw ? <Button kind="quiet" text="撤回同意" busy={busy} onTap={onWithdraw} /> : null}
      </View>
    </Card>
  );
}
