import { View } from '@tarojs/components';
import { useState } from 'react';
import { PageFrame } from '@/components/page-frame/page-frame';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useNow } from '@/platform/clock';
import { usePullRefresh, useShare } from '@/platform/lifecycle';
import { addressOf } from '@/platform/routes';
import { server } from '@/session';
import { BindHome } from './_components/bind-home';
import { HomeCard } from './_components/home-card';
import { InviteSheet } from './_components/invite-sheet';
import { PeopleSection } from './_components/people-section';
import { useHousehold } from './_hooks/use-household';
import './index.scss';

export default function HomesPage() {
  const { homes, busy, receipt, forgetReceipt, invite, remove, revoke } = useHousehold();
  /** The home to which somebody is being invited. */
  const [invitingTo, setInvitingTo] = useState<{ unitId: string; label: string } | null>(null);
  const now = useNow(60_000);
  usePullRefresh(homes.reload);
  useShare(() =>
    receipt && invitingTo
      ? { title: `邀请您加入${invitingTo.label}，报修、看进度更方便`, path: `/${receipt.path}` }
      : { title: '归户：报修、看进度，都在这里', path: addressOf('home') },
  );

  const bound = async (): Promise<number> => {
    const found = await server.homes.mine();
    homes.put(found);
    return found.items.length;
  };
  const close = () => {
    setInvitingTo(null);
    // After the sheet has gone down, so that it does not change while it goes.
    setTimeout(forgetReceipt, 300);
  };
  return (
    <PageFrame
      of={homes}
      now={now}
      width="form"
      skeleton={<Skeleton cards={2} lines={3} />}
      over={
        <InviteSheet
          open={invitingTo !== null}
          homeLabel={invitingTo?.label ?? ''}
          now={now}
          busy={busy}
          receipt={receipt}
          onInvite={(request) => invitingTo && void invite(invitingTo.unitId, request)}
          onClose={close}
        />
      }
    >
      {({ items }) =>
        items.length === 0 ? (
          <BindHome onBound={bound} />
        ) : (
          <View className="homes">
            {items.map((home) => (
              <View key={home.unitId} className="homes__home">
                <HomeCard home={home} />
                {home.role === 'owner' ? (
                  <PeopleSection
                    home={home}
                    now={now}
                    busy={busy}
                    onInvite={() => setInvitingTo(home)}
                    onRemove={(person) => void remove(home, person)}
                    onRevoke={(invitation) => void revoke(invitation)}
                  />
                ) : null}
              </View>
            ))}
          </View>
        )
      }
    </PageFrame>
  );
}
