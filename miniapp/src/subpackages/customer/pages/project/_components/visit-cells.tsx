import type { ProjectDetail } from '@guihu/shared';
import { Cell, CellGroup } from '@/components/cell/cell';

interface Props {
  project: Pick<ProjectDetail, 'openingHours' | 'address' | 'phone'>;
  onCall: () => void;
  onCopyAddress: () => void;
}

/** When to come, where to, whom to call. */
export function VisitCells({ project, onCall, onCopyAddress }: Props) {
  return (
    <CellGroup>
      <Cell icon="clock" title="开放时间" note={project.openingHours} />
      <Cell icon="place" title="售楼处地址" note={project.address} end="复制" onTap={onCopyAddress} />
      <Cell icon="phone" title="售楼处电话" note={project.phone} end="拨打" onTap={onCall} />
    </CellGroup>
  );
}
