import { EXTRA_INTEREST_LABELS, EXTRA_KINDS, type FollowingVerb, type StaffExtraInterest, sayTime } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { PhoneLine } from '@/components/phone-line/phone-line';
import { StatusTag, type Tone } from '@/components/status-tag/status-tag';
import { usePhoneReveal } from '@/platform/use-phone-reveal';
import { server } from '@/session';

const TONES: Readonly<Record<StaffExtraInterest['status'], Tone>> = {
  interested: 'soon',
  contacted: 'info',
  'taken-up': 'done',
  declined: 'calm',
  withdrawn: 'calm',
};
/** As buttons say it: the result. */
const VERBS: Readonly<Record<FollowingVerb, string>> = { contact: '联系过了', takeUp: '办好了', decline: '不办了' };

interface Props {
  interest: StaffExtraInterest;
  now: number;
  busy: boolean;
  onVerb: (verb: FollowingVerb) => void;
}

/** An owner who asked to be called, the number, and what came of it. */
export function InterestRow({ interest, now, busy, onVerb }: Props) {
  const { id, extraTitle, kind, person, status, note, at, allowed, mayReveal } = interest;
  const number = usePhoneReveal(
    () => server.staffExtras.revealPhone(id),
    async () => undefined,
  );
  return (
    <View className="extra-interest">
      <View className="row row--between row--wrap">
        <View className="t-section">{person.name}</View>
        <StatusTag text={EXTRA_INTEREST_LABELS[status]} tone={TONES[status]} />
      </View>
      <View className="t-note ink-2">{`${EXTRA_KINDS[kind]}：${extraTitle} · ${sayTime(Date.parse(at), now)}`}</View>
      <View className="t-note ink-2">{person.home}</View>
      {note ? <View className="t-note">{`备注：${note}`}</View> : null}
      {mayReveal ? (
        <PhoneLine
          masked={person.phoneMasked}
          phone={number.phone}
          allowed
          mayReveal
          onReveal={() => void number.reveal()}
          onCall={() => void number.call()}
        />
      ) : null}
      {allowed.length > 0 ? (
        <View className="extra-interest__verbs">
          {allowed.map((verb) => (
            <Button
              key={verb}
              text={VERBS[verb]}
              kind={verb === 'decline' ? 'quiet' : 'plain'}
              disabled={busy}
              onTap={() => onVerb(verb)}
            />
          ))}
        </View>
      ) : null}
    </View>
  );
}
