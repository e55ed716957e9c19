import { sayTime } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Button } from '../button/button';
import { Card } from '../card/card';
import { FailureNote } from '../failure-note/failure-note';
import './draft-note.scss';

interface Props {
  /** What is in force; version 0 was never published by anybody. */
  current: { version: number; publishedAt?: string };
  /** What holds while nobody has published: 按默认规则派单. */
  byDefault: string;
  draft: {
    changed: boolean;
    outdated: boolean;
    failure: string | null;
    discard: () => void;
    goOn: () => void;
  };
  now: number;
}

/** Which version holds, whether what is shown is only a draft, and what to do when somebody else was faster. */
export function DraftNote({ current, byDefault, draft, now }: Props) {
  const version =
    current.version === 0
      ? `还没有发布过，${byDefault}`
      : [`第 ${current.version} 版`, current.publishedAt ? `${sayTime(Date.parse(current.publishedAt), now)} 发布` : '']
          .filter(Boolean)
          .join('，');
  return (
    <View className="draft-note">
      <View className="t-note ink-2">{draft.changed ? `${version}。下面是草稿，发布后才生效` : version}</View>
      {draft.outdated ? (
        <Card className="draft-note__conflict">
          <View className="t-section">规则刚被其他人更新</View>
          <View className="ink-2">你的草稿是从旧版改的。可以看新版、放弃草稿，也可以保留草稿，发布时整份替换新版。</View>
          <View className="draft-note__answers">
            <Button text="放弃草稿，看新版" kind="plain" onTap={draft.discard} />
            <Button text="保留草稿" kind="plain" onTap={draft.goOn} />
          </View>
        </Card>
      ) : null}
      {draft.failure ? <FailureNote text={draft.failure} /> : null}
    </View>
  );
}
