import { EXTRA_INTEREST_LABELS, EXTRA_KINDS, type MyExtra } from '@guihu/shared';
import { Image, View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { StatusTag, type Tone } from '@/components/status-tag/status-tag';
import { fileAddress } from '@/platform/environment';

const TONES: Readonly<Record<NonNullable<MyExtra['status']>, Tone>> = {
  interested: 'soon',
  contacted: 'info',
  'taken-up': 'done',
  declined: 'calm',
  withdrawn: 'calm',
};

interface Props {
  extra: MyExtra;
  busy: boolean;
  onShow: () => void;
  onWithdraw: () => void;
}

/** One thing that owners may have, and the one thing to say to it. */
export function ExtraCard({ extra, busy, onShow, onWithdraw }: Props) {
  const { kind, title, words, picture, until, projectName, status, allowed } = extra;
  return (
    <Card flush>
      {picture ? <Image className="extra-card__picture" src={fileAddress(picture.url)} mode="aspectFill" lazyLoad /> : null}
      <View className="extra-card__body">
        <View className="row row--between row--wrap">
          <View className="t-section">{title}</View>
          {status && status !== 'withdrawn' ? <StatusTag text={EXTRA_INTEREST_LABELS[status]} tone={TONES[status]} /> : null}
        </View>
        <View className="t-note ink-2">{[EXTRA_KINDS[kind], projectName, until ? `${until} 截止` : null].filter(Boolean).join(' · ')}</View>
        <View className="extra-card__words">{words}</View>
        {allowed.includes('show') ? <Button text="我感兴趣" kind="plain" disabled={busy} onTap={onShow} /> : null}
        {allowed.includes('withdraw') ? <Button text="不用联系了" kind="quiet" disabled={busy} onTap={onWithdraw} /> : null}
      </View>
    </Card>
  );
}
