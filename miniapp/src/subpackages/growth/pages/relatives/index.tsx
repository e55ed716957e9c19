import { type DeclaredRelative, sayTime } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { PageFrame } from '@/components/page-frame/page-frame';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useNow } from '@/platform/clock';
import { confirmed } from '@/platform/feedback';
import { usePullRefresh } from '@/platform/lifecycle';
import { useResource } from '@/platform/use-resource';
import { useVerbs } from '@/platform/use-verbs';
import { server } from '@/session';
import { RelativeSheet } from './_components/relative-sheet';
import './index.scss';

/** One's own relatives, declared: a referral of theirs is shown to a person instead of being judged in silence. */
export default function RelativesPage() {
  const relatives = useResource('my-relatives', () => server.staffReferrals.relatives());
  const verbs = useVerbs(relatives.reload);
  const [adding, setAdding] = useState(false);
  const now = useNow(60_000);
  usePullRefresh(relatives.reload);
  const remove = async ({ id, name }: DeclaredRelative) => {
    if (await confirmed('撤回这条申报？', `之后${name}的推荐不再提示核实`, '撤回'))
      await verbs.run(() => server.staffReferrals.removeRelative(id), '已撤回');
  };
  return (
    <PageFrame
      of={relatives}
      now={now}
      width="form"
      skeleton={<Skeleton cards={2} lines={2} />}
      empty={{
        when: ({ items }) => items.length === 0,
        title: '还没有申报',
        text: '配偶、父母、子女等要买房或被推荐时，请先在这里申报，避免被当成代推荐',
        action: { text: '申报亲属', onTap: () => setAdding(true) },
      }}
      bottom={
        relatives.data && relatives.data.items.length > 0 ? (
          <BottomBar>
            <Button text="再申报一位" icon="plus" onTap={() => setAdding(true)} />
          </BottomBar>
        ) : null
      }
      over={<RelativeSheet open={adding} onDone={relatives.reload} onClose={() => setAdding(false)} />}
    >
      {({ items }) => (
        <>
          <View className="relatives__note t-note ink-2">申报过的亲属被推荐时，会提示经理核实，不影响他们购房</View>
          <Card flush>
            {items.map((relative) => (
              <View key={relative.id} className="relatives__row">
                <View className="grow">
                  <View>{`${relative.name}（${relative.relation}）`}</View>
                  <View className="t-note ink-2 tabular">
                    {`${relative.phoneMasked} · ${sayTime(Date.parse(relative.declaredAt), now)} 申报`}
                  </View>
                </View>
                <Button text="撤回" kind="quiet" disabled={verbs.busy} onTap={() => void remove(relative)} />
              </View>
            ))}
          </Card>
        </>
      )}
    </PageFrame>
  );
}
