import { ReasonSheet } from '@/components/reason-sheet/reason-sheet';

interface Props {
  open: boolean;
  busy: boolean;
  onSend: (reason: string) => void;
  onClose: () => void;
}

const REASONS = ['疑点已确认', '归属有变', '重复计奖', '不符合奖励规则'];

/** Why a reward is not given; the referrer reads it. */
export function RefuseSheet({ open, busy, onSend, onClose }: Props) {
  return (
    <ReasonSheet
      open={open}
      title="不通过审核"
      note="这笔奖励不会发放，原因会告诉推荐人，不能恢复"
      reasons={REASONS}
      action="不通过审核"
      busy={busy}
      onSend={onSend}
      onClose={onClose}
    />
  );
}
