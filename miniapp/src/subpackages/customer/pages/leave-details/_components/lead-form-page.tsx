import type { PolicyInForce, ProjectDetail } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { ConsentFields } from '@/components/consent-fields/consent-fields';
import { ContactFields } from '@/components/contact-fields/contact-fields';
import { PageFrame } from '@/components/page-frame/page-frame';
import { RefusalLine } from '@/components/refusal-line/refusal-line';
import { Section } from '@/components/section/section';
import { ApiProblem, sentenceOf } from '@/platform/api-problem';
import { go } from '@/platform/navigation';
import { PhoneCodeButton } from '@/platform/phone-code-button';
import { arrival, server, session, useSession } from '@/session';
import { useLeadForm } from '../_hooks/use-lead-form';
import { intentFrom } from '../_lib/intent-options';
import { EMPTY_FORM } from '../_lib/lead-form';
import { IntentFields } from './intent-fields';

interface Props {
  project: ProjectDetail;
  policy: PolicyInForce;
  channelCode?: string;
  layoutId?: string;
  onPolicyOutdated: () => void;
}

export function LeadFormPage({ project, policy, channelCode, layoutId, onPolicyOutdated }: Props) {
  const { me } = useSession();
  const [agreed, setAgreed] = useState<string[]>([]);
  const [start] = useState(() => ({ ...EMPTY_FORM, ...intentFrom(project.layouts.find(({ id }) => id === layoutId)) }));
  const { form, change, submit, sending, errors, sentence, failed, forgive, blame } = useLeadForm(project.id, start);
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
      blame('phone', sentenceOf(failure));
    }
  };
  const send = async () => {
    const failure = await submit({ projectId: project.id, boundPhone, channelCode, liveCode: arrival.code(), policy, agreed });
    if (!(failure instanceof ApiProblem) || failure.code !== 'policy.outdated') return;
    setAgreed([]);
    onPolicyOutdated();
  };
  const tick = (purposes: string[]) => {
    setAgreed(purposes);
    forgive('consent');
  };
  const wechatButton = (
    <PhoneCodeButton className="contact-fields__wechat" onCode={bindPhone}>
      用微信手机号，不用输入
    </PhoneCodeButton>
  );
  return (
    <PageFrame
      width="form"
      bottom={
        <BottomBar note={sentence ? <RefusalLine sentence={sentence} /> : null}>
          <Button text={sending ? '正在提交登记…' : failed ? '再次提交登记' : '提交登记'} busy={sending} onTap={send} />
        </BottomBar>
      }
    >
      <View className="leave-details">
        <View className="leave-details__head">
          <View className="t-title">我们怎么联系您？</View>
          <View className="t-note ink-2">{`您在咨询${project.name}，提交后置业顾问会打电话给您`}</View>
        </View>
        <Card>
          <ContactFields contact={form} errors={errors} boundPhone={boundPhone} wechatButton={wechatButton} onChange={change} />
        </Card>
        <Section title="您想找什么样的家" aside={<View className="t-note ink-2">都可以不填</View>}>
          <Card>
            <IntentFields form={form} errors={errors} project={project} onChange={change} />
          </Card>
        </Section>
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
