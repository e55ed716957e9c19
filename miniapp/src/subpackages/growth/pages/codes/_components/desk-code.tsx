import type { StaffLiveCode } from '@guihu/shared';
import { Notice } from '@/components/notice/notice';
import { DetailPane } from '@/components/split-view/detail-pane';
import { CodeBar } from '../../../_components/code-detail/code-bar';
import { CodeDetail } from '../../../_components/code-detail/code-detail';

interface Props {
  code: StaffLiveCode | null;
  now: number;
  onChanged: () => Promise<void>;
}

/** The chosen code beside the list. */
export function DeskCode({ code, now, onChanged }: Props) {
  if (!code) return <Notice icon="list" title="选一个活码" text="左边点选后，这里显示大图和效果" />;
  return (
    <DetailPane bar={<CodeBar code={code} onChanged={onChanged} />}>
      <CodeDetail code={code} now={now} />
    </DetailPane>
  );
}
