import {
  type PolicyInForce,
  type ProjectDetail,
  VIEWING_KIND_LABELS,
  VIEWING_KINDS,
  type ViewingKind,
  type ViewingSlotList,
} from '@guihu/shared';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { ConsentFields } from '@/components/consent-fields/consent-fields';
import { ContactFields } from '@/components/contact-fields/contact-fields';
import { Greeting } from '@/components/greeting/greeting';
import { PageFrame } from '@/components/page-frame/page-frame';
import { RefusalLine } from '@/components/refusal-line/refusal-line';
import { Section } from '@/components/section/section';
import { Segments } from '@/components/segments/segments';
import { saySlot } from '@/components/slot-picker/say-day';
import { SlotPicker } from '@/components/slot-picker/slot-picker';
import { slotUse } from '@/components/slot-picker/slot-times';
import { ApiProblem, sentenceOf } from '@/platform/api-problem';
import { useNow } from '@/platform/clock';
import { go } from '@/platform/navigation';
import { PhoneCodeButton } from '@/platform/phone-code-button';
import type { Resource } from '@/platform/use-resource';
import { arrival, server, session, useSession } from '@/session';
import { useBooking } from '../_hooks/use-booking';
import { VisitFields } from './visit-fields';

interface Props {
  project: ProjectDetail;
  slots: Resource<ViewingSlotList>;
  policy: PolicyInForce;
  kind?: ViewingKind;
  /** Who sent them here; empty when nobody did. */
  greeting?: string;
  onPolicyOutdated: () => void;
}

export function BookingPage({ project, slots, policy, kind: asked, greeting, onPolicyOutdated }: Props) {
  const { me } = useSession();
  const now = useNow(30_000);
  const all = slots.data?.items ?? [];
  const kinds = VIEWING_KINDS.filter((one) => all.some((slot) => slot.kind === one));
  const [chosenKind, setKind] = useState<ViewingKind | null>(asked ?? null);
  const kind = kinds.find((one) => one === chosenKind) ?? kinds[0];
  const ofKind = all.filter((slot) => slot.kind === kind);
  const [agreed, setAgreed] = useState<string[]>([]);
  const booking = useBooking(project.id, ofKind, slots.reload);
  const { form, slot, change, errors, sentence, sending, failed, hasOne } = booking;
  const boundPhone = me?.phoneMasked ?? null;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the name may be known a moment later than the page; typing wins
  useEffect(() => {
    if (me?.name && form.name === '') change({ name: me.name });
  }, [me?.name]);

  const bindPhone = async (code: string) => {
    try {
      session.put(await server.account.bindPhone(code));
      change({ otherPhone: false, phone: '' });
    } catch (failure) {
      booking.blame('phone', sentenceOf(failure));
    }
  };
  const send = async () => {
    const failure = await booking.submit({ boundPhone, liveCode: arrival.code(), policy, agreed });
    if (!(failure instanceof ApiProblem) || failure.code !== 'policy.outdated') return;
    setAgreed([]);
    onPolicyOutdated();
  };
  const tick = (purposes: string[]) => {
    setAgreed(purposes);
    booking.forgive('consent');
  };
  const waits = slot !== null && slotUse(slot) === 'wait';
  const verb = waits ? '候补' : '预约';
  const action = slot ? `${verb}${saySlot(Date.parse(slot.startsAt), now)}` : '选好时间再预约';
  const text = sending ? `正在${verb}…` : failed ? `再次${action}` : action;
  const wechatButton = (
    <PhoneCodeButton className="contact-fields__wechat" onCode={bindPhone}>
      用微信手机号，不用输入
    </PhoneCodeButton>
  );
  return (
    <PageFrame
      of={slots}
      now={now}
      width="form"
      bottom={
        <BottomBar
          note={sentence ? <RefusalLine sentence={sentence} /> : null}
          aside={hasOne ? <Button kind="plain" text="看我的预约" onTap={() => go('myViewings')} /> : undefined}
        >
          <Button text={text} busy={sending} onTap={send} />
        </BottomBar>
      }
    >
      <View className="book">
        {greeting ? (
          <View className="book__greeting">
            <Greeting text={greeting} />
          </View>
        ) : null}
        <View className="book__head">
          <View className="t-title">您想哪天来看？</View>
          <View className="t-note ink-2">{`${project.name} · ${project.address}`}</View>
        </View>
        {kinds.length > 1 ? (
          <View className="book__kinds">
            <Segments
              items={kinds.map((value) => ({ value, label: VIEWING_KIND_LABELS[value] }))}
              chosen={kind as string}
              onChange={(value) => {
                setKind(value as ViewingKind);
                change({ day: null, slotId: null });
              }}
            />
          </View>
        ) : null}
        <Card>
          <SlotPicker
            slots={ofKind}
            closedDays={slots.data?.closedDays}
            day={form.day}
            chosen={slot?.id ?? null}
            now={now}
            error={errors.slot}
            onDay={(day) => change({ day, slotId: null })}
            onTime={({ id }) => change({ slotId: id })}
          />
          {waits ? (
            <View className="book__waits t-note">这个时间已约满。加入候补后，有人取消会按先后顺序通知您，并留一段时间等您确认。</View>
          ) : null}
        </Card>
        <Section title="怎么称呼您">
          <Card>
            <ContactFields contact={form} errors={errors} boundPhone={boundPhone} wechatButton={wechatButton} onChange={change} />
          </Card>
        </Section>
        <VisitFields form={form} error={errors.note} counted={!waits} onChange={change} />
        <Section title="您同意怎样使用这些信息" aside={<View className="t-note ink-2 tabular">{`${policy.version} 版`}</View>}>
          <Card>
            <View id="ask-consent">
              <ConsentFields policy={policy} agreed={agreed} error={errors.consent} onChange={tick} onRead={() => go('policy')} />
            </View>
          </Card>
        </Section>
      </View>
    </PageFrame>
  );
}
