import { BottomBar } from '../bottom-bar/bottom-bar';
import { Button } from '../button/button';

interface Props {
  /** The version that publishing would make. */
  version: number;
  draft: { busy: boolean; outdated: boolean; discard: () => void; publish: () => Promise<void> };
}

/** Publishing a draft, or giving it up. */
export function DraftBar({ version, draft }: Props) {
  return (
    <BottomBar aside={<Button text="放弃草稿" kind="quiet" onTap={draft.discard} />}>
      <Button text={`发布第 ${version} 版`} busy={draft.busy} disabled={draft.outdated} onTap={() => void draft.publish()} />
    </BottomBar>
  );
}
