import { type CatalogueItem, sayReward } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { PageFrame } from '@/components/page-frame/page-frame';
import { Skeleton } from '@/components/skeleton/skeleton';
import { ApiProblem, sentenceOf } from '@/platform/api-problem';
import { now } from '@/platform/clock';
import { usePullRefresh } from '@/platform/lifecycle';
import { replaceWith } from '@/platform/navigation';
import { askToSubscribe } from '@/platform/subscribe';
import { useResource } from '@/platform/use-resource';
import { uuid } from '@/platform/uuid';
import { server } from '@/session';
import { ItemCard } from './_components/item-card';
import { RedeemSheet } from './_components/redeem-sheet';
import './index.scss';

/** That it can be fetched, and that it was. */
const MESSAGES = ['redemption-changed'];

/** What points are good for. */
export default function CataloguePage() {
  const catalogue = useResource<{ items: CatalogueItem[] }>('reward-catalogue', server.rewards.catalogue, { kept: true });
  const rewards = useResource('my-rewards', server.rewards.mine, { kept: true });
  const [wanted, setWanted] = useState<CatalogueItem | null>(null);
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const key = useRef('');
  const points = rewards.data?.points ?? null;
  usePullRefresh(() => Promise.all([catalogue.reload(), rewards.reload()]));

  const want = (item: CatalogueItem) => {
    key.current = uuid();
    setRefusal(null);
    setWanted(item);
    setOpen(true);
  };
  const redeem = async (item: CatalogueItem) => {
    // Inside the tap: whatever asks WeChat for something comes before anything is waited for.
    const asked = askToSubscribe(MESSAGES);
    setBusy(true);
    setRefusal(null);
    await asked;
    try {
      const { id } = await server.rewards.redeem(item.id, key.current);
      replaceWith('myRedemptions', { id });
    } catch (failure) {
      setRefusal(sentenceOf(failure));
      setBusy(false);
      // Somebody else had the last one, or the points went elsewhere: what is shown is no longer true.
      if (failure instanceof ApiProblem && failure.status < 500) await Promise.all([catalogue.reload(), rewards.reload()]);
    }
  };
  return (
    <PageFrame
      of={catalogue}
      now={now()}
      skeleton={<Skeleton cards={3} lines={2} />}
      empty={{ when: ({ items }) => items.length === 0, title: '礼品正在准备', text: '上架后会在这里展示，积分会一直为您保留' }}
      head={points === null ? null : <View className="catalogue__head">{`您有 ${sayReward('points', points)}`}</View>}
      over={
        <RedeemSheet
          item={wanted}
          points={points}
          open={open}
          busy={busy}
          refusal={refusal}
          onClose={() => setOpen(false)}
          onRedeem={redeem}
        />
      }
    >
      {({ items }) => (
        <View className="catalogue">
          {items.map((item) => (
            <ItemCard key={item.id} item={item} points={points} onWant={() => want(item)} />
          ))}
        </View>
      )}
    </PageFrame>
  );
}
