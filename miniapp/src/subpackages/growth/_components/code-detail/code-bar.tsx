import type { StaffLiveCode } from '@guihu/shared';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { confirmed } from '@/platform/feedback';
import { useVerbs } from '@/platform/use-verbs';
import { may, server, useSession } from '@/session';

interface Props {
  code: StaffLiveCode;
  onChanged: () => Promise<void>;
}

/** A code that is in use may be ended. */
export function CodeBar({ code, onChanged }: Props) {
  const { me } = useSession();
  const verbs = useVerbs(onChanged);
  if (code.state !== 'active' || !may(me, 'live-code.edit')) return null;
  const retire = async () => {
    const sure = await confirmed('停用这个码？', `「${code.label}」停用后不再计入扫码和留资，已印出去的码也一样，不能恢复`, '停用');
    if (sure) await verbs.run(() => server.staffCodes.retire(code.id), '已停用');
  };
  return (
    <BottomBar>
      <Button text="停用这个码" kind="danger" busy={verbs.busy} onTap={() => void retire()} />
    </BottomBar>
  );
}
