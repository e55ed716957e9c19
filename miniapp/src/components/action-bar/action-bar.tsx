import { BottomBar } from '../bottom-bar/bottom-bar';
import { Button } from '../button/button';

interface Props<K extends string> {
  /** At the thumb, the main one last. */
  actions: readonly { key: K; text: string }[];
  /** Whether there are more behind 更多. */
  hasMore: boolean;
  /** A verb is on its way. */
  busy: boolean;
  /** Those that are done by the tap itself, without a sheet in between. */
  instant: readonly K[];
  onChoose: (key: K) => void;
  onMore: () => void;
}

/** What may be done now; nothing at all when there is nothing. */
export function ActionBar<K extends string>({ actions, hasMore, busy, instant, onChoose, onMore }: Props<K>) {
  if (actions.length === 0) return null;
  return (
    <BottomBar aside={hasMore ? <Button text="更多" kind="quiet" onTap={onMore} /> : undefined}>
      {actions.map(({ key, text }, at) => (
        <Button
          key={key}
          text={text}
          icon={key === 'call' ? 'phone' : undefined}
          kind={at === actions.length - 1 ? 'primary' : 'plain'}
          busy={busy && instant.includes(key)}
          disabled={busy}
          onTap={() => onChoose(key)}
        />
      ))}
    </BottomBar>
  );
}
