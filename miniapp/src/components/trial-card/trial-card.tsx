import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Button } from '../button/button';
import { Card } from '../card/card';
import { FailureNote } from '../failure-note/failure-note';

/** The same shape as the platform's trials. */
interface Trial<V> {
  said: V | null;
  stale: boolean;
  busy: boolean;
  failure: string | null;
  run: () => Promise<void>;
}

interface Props<V> {
  trial: Trial<V>;
  /** On the button before it was run, and after. */
  first: string;
  again: string;
  children: (said: V) => ReactNode;
}

/** One button, and under it what the draft would have done. */
export function TrialCard<V>({ trial, first, again, children }: Props<V>) {
  const { said, stale, busy, failure, run } = trial;
  return (
    <Card>
      <View className="stack">
        <Button text={said === null ? first : again} kind="plain" block busy={busy} onTap={() => void run()} />
        {failure ? <FailureNote text={failure} /> : null}
        {stale ? <View className="t-note ink-soon">草稿改过了，下面是改之前算的</View> : null}
        {said === null ? null : <View>{children(said)}</View>}
      </View>
    </Card>
  );
}
