import { REPURCHASE_WISHES, type RepurchaseWish } from '@guihu/shared';
import { View } from '@tarojs/components';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { ChipGroup, chipsOf } from '@/components/chip-group/chip-group';
import { ConsentFields } from '@/components/consent-fields/consent-fields';
import { Field } from '@/components/field/field';
import { PageFrame } from '@/components/page-frame/page-frame';
import { RefusalLine } from '@/components/refusal-line/refusal-line';
import { Section } from '@/components/section/section';
import { Skeleton } from '@/components/skeleton/skeleton';
import { now } from '@/platform/clock';
import { useParams } from '@/platform/lifecycle';
import { go } from '@/platform/navigation';
import type { RouteParams } from '@/platform/routes';
import { useResource } from '@/platform/use-resource';
import { server, useSession } from '@/session';
import { useAgreement } from '../../_hooks/use-agreement';
import { useRepurchase } from './_hooks/use-repurchase';

/** An owner thinks of buying again: everything is known already, one tap asks for a call (K10). */
export default function RepurchasePage() {
  const { id = '' } = useParams<RouteParams['repurchase']>();
  const { me } = useSession();
  const projects = useResource('projects', server.projects.list, { kept: true });
  const agreement = useAgreement();
  const { form, change, refusal, busy, send } = useRepurchase(id);
  const { data } = agreement;
  return (
    <PageFrame
      of={agreement}
      now={now()}
      width="form"
      skeleton={<Skeleton cards={2} lines={4} />}
      bottom={
        data ? (
          <BottomBar note={refusal ? <RefusalLine sentence={refusal} /> : null}>
            <Button text="请顾问联系我" busy={busy} onTap={() => void send(data)} />
          </BottomBar>
        ) : null
      }
    >
      {({ policy, stands }) => (
        <View className="stack">
          <View>
            <View className="t-title">想再买，还是换一套？</View>
            <View className="t-note ink-2">{`用您绑定的手机号${me?.phoneMasked ? ` ${me.phoneMasked} ` : ''}联系，优先安排之前接待您的顾问`}</View>
          </View>
          <Card>
            <View className="stack">
              <Field label="您的打算">
                <ChipGroup
                  chips={chipsOf(REPURCHASE_WISHES)}
                  chosen={[form.wish]}
                  onChange={([wish]) => wish && change({ wish: wish as RepurchaseWish })}
                />
              </Field>
              <Field label="想看哪个楼盘">
                <ChipGroup
                  chips={(projects.data?.items ?? []).map((project) => ({ value: project.id, label: project.name }))}
                  chosen={[form.projectId]}
                  onChange={([projectId]) => projectId && change({ projectId })}
                />
              </Field>
            </View>
          </Card>
          {stands ? null : (
            <Section title="您同意怎样使用这些信息">
              <Card>
                <ConsentFields policy={policy} agreed={form.agreed} onChange={(agreed) => change({ agreed })} onRead={() => go('policy')} />
              </Card>
            </Section>
          )}
        </View>
      )}
    </PageFrame>
  );
}
