import { View } from '@tarojs/components';
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
    <BottomBar
      aside={<Button text="放弃草稿" kind="quiet" onTap={draft.discard} />}
      note={draft.outdated ? <View className="t-note ink-soon">规则刚被其他人更新，请到页首选看新版，还是保留草稿</View> : undefined}
    >
      <Button text={`发布第 ${version} 版`} busy={draft.busy} disabled={draft.outdated} onTap={() => void draft.publish()} />
    </BottomBar>
  );
}
