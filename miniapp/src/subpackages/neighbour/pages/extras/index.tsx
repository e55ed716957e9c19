import { EXTRA_CONSENT, type MyExtra } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { Button } from '@/components/button/button';
import { PageFrame } from '@/components/page-frame/page-frame';
import { Sheet } from '@/components/sheet/sheet';
import { Skeleton } from '@/components/skeleton/skeleton';
import { now } from '@/platform/clock';
import { confirmed } from '@/platform/feedback';
import { usePullRefresh } from '@/platform/lifecycle';
import { useResource } from '@/platform/use-resource';
import { useVerbs } from '@/platform/use-verbs';
import { server } from '@/session';
import { ExtraCard } from './_components/extra-card';
import './index.scss';

/** Parking, property service, renovation: what owners may have, and 我感兴趣 (K11). */
export default function ExtrasPage() {
  const extras = useResource('my-extras', server.extras.mine, { kept: true });
  const verbs = useVerbs(extras.reload);
  const [wanted, setWanted] = useState<MyExtra | null>(null);
  const [open, setOpen] = useState(false);
  usePullRefresh(extras.reload);
  const shown = (extras.data?.items ?? []).map(({ id }) => id).join(',');
  // Told once for what is on the page; who looks twice a day counts once all the same.
  useEffect(() => {
    if (shown) server.extras.seen({ extraIds: shown.split(',') }).catch(() => undefined);
  }, [shown]);
  const agree = async ({ id }: MyExtra) => {
    if (await verbs.run(() => server.extras.show(id, { agreed: true }), '已告诉客户关系专员，会尽快联系您')) setOpen(false);
  };
  const withdraw = async ({ id, title }: MyExtra) => {
    if (await confirmed('不用联系了？', `我们不再就「${title}」联系您，之后可以再告诉我们`, '不用联系'))
      await verbs.run(() => server.extras.withdraw(id), '好的，不再联系您');
  };
  return (
    <PageFrame
      of={extras}
      now={now()}
      width="form"
      skeleton={<Skeleton cards={2} lines={3} />}
      empty={{
        when: ({ items }) => items.length === 0,
        title: '暂时没有增值服务',
        text: '绑定房屋后，车位、物业、装修等服务上架会在这里展示',
      }}
      over={
        <Sheet
          open={open}
          title={wanted?.title ?? ''}
          onClose={() => setOpen(false)}
          foot={<Button text="同意，请联系我" block busy={verbs.busy} onTap={() => wanted && void agree(wanted)} />}
        >
          <View>{EXTRA_CONSENT.text}</View>
        </Sheet>
      }
    >
      {({ items }) => (
        <View className="stack">
          {items.map((extra) => (
            <ExtraCard
              key={extra.id}
              extra={extra}
              busy={verbs.busy}
              onShow={() => {
                setWanted(extra);
                setOpen(true);
              }}
              onWithdraw={() => void withdraw(extra)}
            />
          ))}
        </View>
      )}
    </PageFrame>
  );
}
