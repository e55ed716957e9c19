import type { MyRealName } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { ConsentFields } from '@/components/consent-fields/consent-fields';
import { TextField } from '@/components/field/text-field';
import { Loaded, PageFrame } from '@/components/page-frame/page-frame';
import { RefusalLine } from '@/components/refusal-line/refusal-line';
import { Section } from '@/components/section/section';
import { Skeleton } from '@/components/skeleton/skeleton';
import { now } from '@/platform/clock';
import { go, replaceWith } from '@/platform/navigation';
import { useResource } from '@/platform/use-resource';
import { server, useSession } from '@/session';
import { BindFirst } from '../../_components/bind-first';
import { StatedName } from './_components/stated-name';
import { useStatement } from './_hooks/use-statement';
import { purposesHere } from './_lib/real-name-form';
import './index.scss';

/** 实名: a name and a number, once, before money is paid (K2). */
export default function RealNamePage() {
  const { me } = useSession();
  const known = useResource<MyRealName>('my-real-name', server.rewards.realName);
  const policy = useResource('policy', server.consents.policy, { kept: true });
  const [stated, setStated] = useState<MyRealName | null>(null);
  const { form, change, submit, sending, unproven, proven, errors, sentence } = useStatement(policy.data, setStated, policy.reload);
  const unbound = me?.phoneMasked === null || unproven;
  const isStated = stated !== null || known.data?.stated === true;
  const bottom = isStated ? (
    <BottomBar>
      <Button text="看我的奖励" onTap={() => replaceWith('myRewards')} />
    </BottomBar>
  ) : (
    <BottomBar note={sentence ? <RefusalLine sentence={sentence} /> : null}>
      <Button text={sending ? '正在提交…' : '提交实名'} busy={sending} onTap={() => void submit()} />
    </BottomBar>
  );
  return (
    <PageFrame
      of={known}
      now={now()}
      width="form"
      skeleton={<Skeleton cards={2} lines={4} />}
      bottom={unbound && !isStated ? undefined : bottom}
    >
      {(data) =>
        isStated ? (
          <StatedName {...(stated ?? data)} />
        ) : unbound ? (
          <BindFirst why="现金奖励发给您本人，所以先要确认手机号" onBound={proven} />
        ) : (
          <View className="real-name">
            <View>
              <View className="t-title">领取现金奖励前，请填写一次</View>
              <View className="t-note ink-2">只用来核对收款人。加密保存，同事看不到完整号码。</View>
            </View>
            <Card>
              <View className="real-name__fields">
                <View id="real-name-name">
                  <TextField
                    label="姓名"
                    name="real-name"
                    value={form.name}
                    placeholder="与身份证一致"
                    maxLength={40}
                    error={errors.name}
                    onChange={(name) => change({ name })}
                  />
                </View>
                <View id="real-name-number">
                  <TextField
                    label="身份证号"
                    name="id-card"
                    keyboard="idcard"
                    value={form.number}
                    placeholder="18 位，最后一位可以是 X"
                    maxLength={24}
                    error={errors.number}
                    onChange={(number) => change({ number })}
                  />
                </View>
              </View>
            </Card>
            <Section title="您同意怎样使用这些信息">
              <Card>
                <View id="real-name-consent">
                  <Loaded of={policy} skeleton={<Skeleton cards={1} lines={2} />}>
                    {(inForce) => (
                      <ConsentFields
                        policy={{
                          ...inForce,
                          purposes: purposesHere(inForce).map((purpose) => ({ ...purpose, required: true, only: undefined })),
                        }}
                        agreed={form.agreed}
                        error={errors.consent}
                        onChange={(agreed) => change({ agreed })}
                        onRead={() => go('policy')}
                      />
                    )}
                  </Loaded>
                </View>
              </Card>
            </Section>
          </View>
        )
      }
    </PageFrame>
  );
}
