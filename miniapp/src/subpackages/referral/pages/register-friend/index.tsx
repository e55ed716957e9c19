import { maskName, type ProjectDetail } from '@guihu/shared';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { PageFrame } from '@/components/page-frame/page-frame';
import { RefusalLine } from '@/components/refusal-line/refusal-line';
import { Skeleton } from '@/components/skeleton/skeleton';
import { now } from '@/platform/clock';
import { useParams, useShare } from '@/platform/lifecycle';
import { replaceWith } from '@/platform/navigation';
import { addressOf, type RouteParams } from '@/platform/routes';
import { ShareButton } from '@/platform/share-button';
import { useResource } from '@/platform/use-resource';
import { server, useSession } from '@/session';
import { BindFirst } from '../../_components/bind-first';
import { sharePath } from '../../_hooks/use-referral-link';
import { FriendFields } from './_components/friend-fields';
import { RegisteredFriend } from './_components/registered-friend';
import { useRegistration } from './_hooks/use-registration';
import './index.scss';

/** 报备好友: one screen, and the friend is asked before anyone calls. */
export default function RegisterFriendPage() {
  const { id = '' } = useParams<RouteParams['registerFriend']>();
  const { me } = useSession();
  const project = useResource<ProjectDetail>(`project:${id}`, () => server.projects.detail(id), { kept: true });
  const { form, errors, sentence, sending, receipt, unproven, proven, change, submit, another } = useRegistration(id);
  const unbound = me?.phoneMasked === null || unproven;
  const name = project.data?.name ?? '';
  useShare(() => ({
    title: receipt ? `想推荐您看看${name}，愿意的话点开同意` : `${name}：看房就在归户`,
    path: receipt ? `/${sharePath({ path: receipt.askPath })}` : addressOf('project', { id }),
  }));
  const bottom = receipt ? (
    <BottomBar aside={<Button kind="plain" text="看进展" onTap={() => replaceWith('myReferral', { id: receipt.id })} />}>
      <ShareButton className="native-button native-button--primary" path={sharePath({ path: receipt.askPath })}>
        {`发给${maskName(receipt.name)}`}
      </ShareButton>
    </BottomBar>
  ) : (
    <BottomBar note={sentence ? <RefusalLine sentence={sentence} /> : null}>
      <Button text={sending ? '正在报备…' : '报备这位好友'} busy={sending} onTap={submit} />
    </BottomBar>
  );
  return (
    <PageFrame of={project} now={now()} width="form" skeleton={<Skeleton cards={1} lines={6} />} bottom={unbound ? undefined : bottom}>
      {unbound ? (
        <BindFirst why="好友到访、签约后，奖励记在您名下，所以先要知道您是谁" onBound={proven} />
      ) : receipt ? (
        <RegisteredFriend name={receipt.name} projectName={name} onAnother={another} />
      ) : (
        <FriendFields form={form} errors={errors} projectName={name} onChange={change} />
      )}
    </PageFrame>
  );
}
