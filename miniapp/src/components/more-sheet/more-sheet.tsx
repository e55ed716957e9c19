import { Cell, CellGroup } from '../cell/cell';
import { Sheet } from '../sheet/sheet';

interface Props<K extends string> {
  open: boolean;
  /** `note` says what will happen. */
  actions: readonly { key: K; text: string; note?: string }[];
  onChoose: (key: K) => void;
  onClose: () => void;
}

/** Less frequent verbs. */
export function MoreSheet<K extends string>({ open, actions, onChoose, onClose }: Props<K>) {
  return (
    <Sheet open={open} title="更多操作" onClose={onClose}>
      <CellGroup>
        {actions.map(({ key, text, note }) => (
          <Cell key={key} title={text} note={note} onTap={() => onChoose(key)} />
        ))}
      </CellGroup>
    </Sheet>
  );
}
