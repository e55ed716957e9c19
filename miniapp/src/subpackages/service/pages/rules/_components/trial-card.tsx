import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { FailureNote } from '@/components/failure-note/failure-note';
import type { Trial } from '../_hooks/use-trial';

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
