import { type HomeInvitation, type HomeInvitationReceipt, type HomeInvitationRequest, type HomePerson, type HomeView } from '@guihu/shared';
import { useState } from 'react';
import { confirmed } from '@/platform/feedback';
import { useResource } from '@/platform/use-resource';
import { useVerbs } from '@/platform/use-verbs';
import { server } from '@/session';
import { sayPerson } from '../../../_lib/home-words';

/** The homes of whoever asks, and what owners do with the people of theirs. */
export function useHousehold() {
  const homes = useResource('my-homes', server.homes.mine, { kept: true });
  const verbs = useVerbs(homes.reload);
  const [receipt, setReceipt] = useState<HomeInvitationReceipt | null>(null);

  const put = (changed: HomeView) =>
    homes.put({ items: (homes.data?.items ?? []).map((home) => (home.unitId === changed.unitId ? changed : home)) });

  return {
    homes,
    busy: verbs.busy,
    receipt,
    forgetReceipt: () => setReceipt(null),
    invite: (unitId: string, request: HomeInvitationRequest) =>
      verbs.run(() => server.homes.invite(unitId, request).then(setReceipt), '邀请已生成，发给对方吧'),
    remove: async ({ unitId }: HomeView, person: HomePerson) => {
      const sure = await confirmed('移除成员', `${sayPerson(person)} 将不能再报修和查看这套房屋的进展`, '移除');
      if (sure) await verbs.run(() => server.homes.removePerson(unitId, person.id).then(put), '已移除');
    },
    revoke: async (invitation: HomeInvitation) => {
      const sure = await confirmed('收回邀请', '收到邀请的人将不能再用它加入', '收回');
      if (sure) await verbs.run(() => server.homes.revokeInvitation(invitation.id).then(put), '邀请已收回');
    },
  };
}
