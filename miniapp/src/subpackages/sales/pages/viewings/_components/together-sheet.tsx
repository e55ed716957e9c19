import { VIEWING_KIND_LABELS } from '@guihu/shared';
import { Card } from '@/components/card/card';
import { Sheet } from '@/components/sheet/sheet';
import { ViewingRow } from '@/components/viewing-row/viewing-row';
import { spanOf, visitsInOrder } from '@/components/viewing-row/viewing-words';
import type { StripBlock } from '../_lib/day-strip';

interface Props {
  /** Null keeps the sheet closed. */
  block: StripBlock | null;
  now: number;
  onOpen: (id: string) => void;
  onClose: () => void;
}

/** Everybody who comes at one time to one host. */
export function TogetherSheet({ block, now, onOpen, onClose }: Props) {
  const visits = block?.visits ?? [];
  const [first] = visits;
  return (
    <Sheet open={block !== null} title={first ? `${VIEWING_KIND_LABELS[first.kind]} ${spanOf(first)}` : ''} onClose={onClose}>
      <Card flush>
        {visitsInOrder(visits, now).map((visit) => (
          <ViewingRow key={visit.id} viewing={visit} now={now} onTap={() => onOpen(visit.id)} />
        ))}
      </Card>
    </Sheet>
  );
}
