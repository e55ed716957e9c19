import type { ConsentRecord } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Cell, CellGroup } from '@/components/cell/cell';
import { PageFrame } from '@/components/page-frame/page-frame';
import { Section } from '@/components/section/section';
import { Skeleton } from '@/components/skeleton/skeleton';
import { sentenceOf } from '@/platform/api-problem';
import { now as present } from '@/platform/clock';
import { confirmed, say } from '@/platform/feedback';
import { usePullRefresh } from '@/platform/lifecycle';
import { go } from '@/platform/navigation';
import { useResource } from '@/platform/use-resource';
import { server } from '@/session';
import { ConsentCard } from './_components/consent-card';
import { sortConsents, withdrawalWords } from './_lib/consent-words';

export default function ConsentsPage() {
  const consents = useResource('my-consents', server.consents.mine);
  const [taking, setTaking] = useState<string | null>(null);
  const now = present();
  usePullRefresh(consents.reload);

  const withdraw = async (consent: ConsentRecord) => {
    const words = withdrawalWords(consent);
    if (taking || !(await confirmed(words.title, words.content, '撤回同意'))) return;
    setTaking(consent.purpose);
    try {
      consents.put(await server.consents.withdraw([consent.purpose]));
      say('已撤回，立即生效');
    } catch (failure) {
      say(`没有撤回成功：${sentenceOf(failure)}`);
    } finally {
      setTaking(null);
    }
  };
  return (
    <PageFrame
      of={consents}
      now={now}
      width="form"
      skeleton={<Skeleton cards={2} lines={2} />}
      empty={{
        when: ({ items }) => items.length === 0,
        title: '还没有授权过',
        text: '登记时您同意的每一项用途都会列在这里，可以随时撤回',
        action: { text: '看看隐私政策', onTap: () => go('policy') },
      }}
    >
      {({ items }) => {
        const { standing, withdrawn } = sortConsents(items);
        return (
          <View>
            <Section title="您同意的用途" note={standing.length > 0 ? '不想继续时点「撤回同意」，立即生效' : '目前没有生效的授权'}>
              <View className="stack">
                {standing.map((consent) => (
                  <ConsentCard
                    key={`${consent.purpose}:${consent.givenAt}`}
                    consent={consent}
                    now={now}
                    busy={taking === consent.purpose}
                    onWithdraw={() => withdraw(consent)}
                  />
                ))}
              </View>
            </Section>
            {withdrawn.length > 0 ? (
              <Section title="已撤回">
                <View className="stack">
                  {withdrawn.map((consent) => (
                    <ConsentCard key={`${consent.purpose}:${consent.givenAt}`} consent={consent} now={now} />
                  ))}
                </View>
              </Section>
            ) : null}
            <Section title="了解更多">
              <CellGroup>
                <Cell icon="shield" title="隐私政策" note="我们收集什么、用来做什么、保存多久" onTap={() => go('policy')} />
              </CellGroup>
            </Section>
          </View>
        );
      }}
    </PageFrame>
  );
}
