import { REFERRAL_STATUS_LABELS, type StaffReferral } from '@guihu/shared';
import { View } from '@tarojs/components';
import { StatusTag } from '@/components/status-tag/status-tag';
import { Tap } from '@/components/tap/tap';
import { calledFriend, REFERRAL_TONES, sayPair, sayProtection } from '../../_lib/referral-words';
import './referral-row.scss';

interface Props {
  referral: StaffReferral;
  now: number;
  on: boolean;
  onTap: () => void;
}

/** One referral in a list: who was brought by whom, where it stands, and what a person has to look at. */
export function ReferralRow({ referral, now, on, onTap }: Props) {
  const { referrer, status, flags, appealed, won, projectName } = referral;
  const second = [`${referrer.name}推荐`, projectName, sayProtection(referral, now)].filter(Boolean).join(' · ');
  return (
    <Tap
      className={`referral-row ${on ? 'referral-row--on' : ''}`}
      label={`${sayPair(referral)}，${REFERRAL_STATUS_LABELS[status]}`}
      pressed={on ? true : undefined}
      onTap={onTap}
    >
      <View className="referral-row__first">
        <View className="referral-row__name one-line">{calledFriend(referral)}</View>
        {appealed ? <StatusTag text="申诉中" tone="late" icon="message" /> : null}
        {flags > 0 ? <StatusTag text={`疑点 ${flags}`} tone="soon" icon="late" /> : null}
        {won === false ? <StatusTag text="未判给推荐人" tone="calm" icon="close" /> : null}
        <StatusTag text={REFERRAL_STATUS_LABELS[status]} tone={REFERRAL_TONES[status]} />
      </View>
      <View className="t-note ink-2 one-line">{second}</View>
    </Tap>
  );
}
