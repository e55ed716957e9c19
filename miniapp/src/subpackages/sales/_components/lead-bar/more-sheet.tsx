import { Cell, CellGroup } from '@/components/cell/cell';
import { Sheet } from '@/components/sheet/sheet';
import type { ActionKey, LeadAction } from '../../_lib/lead-actions';

interface Props {
  open: boolean;
  actions: readonly LeadAction[];
  onChoose: (key: ActionKey) => void;
  onClose: () => void;
}

const NOTES: Readonly<Partial<Record<ActionKey, string>>> = {
  decline: '转给下一位同事，需写原因',
  transfer: '选一位同事接手，需写原因',
  close: '成交、流失或无效，需写原因',
};

/** Less frequent verbs. */
export function MoreSheet({ open, actions, onChoose, onClose }: Props) {
  return (
    <Sheet open={open} title="更多操作" onClose={onClose}>
      <CellGroup>
        {actions.map(({ key, text }) => (
          <Cell key={key} title={text} note={NOTES[key]} onTap={() => onChoose(key)} />
        ))}
      </CellGroup>
    </Sheet>
  );
}
