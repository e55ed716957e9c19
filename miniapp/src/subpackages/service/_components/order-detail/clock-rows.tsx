import type { ClockKey, ClockView } from '@guihu/shared';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Icon } from '@/components/icon/icon';
import { Sheet } from '@/components/sheet/sheet';
import { StatusTag } from '@/components/status-tag/status-tag';
import { Tap } from '@/components/tap/tap';
import { presentClocks, sayClockAt } from '../../_lib/clock-words';
import './clock-rows.scss';

interface Props {
  clocks: readonly ClockView[];
  now: number;
}

/** The promises of this order, each with how much of its time is gone; 为什么 tells stretch by stretch how the time came about. */
export function ClockRows({ clocks, now }: Props) {
  const [asked, setAsked] = useState<ClockView | null>(null);
  if (clocks.length === 0) return null;
  return (
    <View className="clock-rows">
      {inOrder(presentClocks(clocks)).map((clock) => {
        const { text, tone, until, usedPercent } = sayClockAt(clock, now);
        return (
          <View key={`${clock.key}-${clock.startedAt}`} className="clock-rows__clock">
            <View className="clock-rows__first">
              <View className="clock-rows__name">{clock.name}</View>
              <StatusTag text={text} tone={tone} />
              <View className="clock-rows__end t-note">
                <View className="grow tabular ink-2">{until}</View>
                <Tap className="clock-rows__why" label={`${clock.name}为什么是这个时间`} onTap={() => setAsked(clock)}>
                  为什么
                </Tap>
              </View>
            </View>
            {usedPercent === null ? null : (
              <View className="clock-rows__track">
                <View className={`clock-rows__fill clock-rows__fill--${tone}`} style={{ width: `${usedPercent}%` }} />
              </View>
            )}
          </View>
        );
      })}
      <Sheet open={asked !== null} title={`${asked?.name ?? ''}时限怎么来的`} onClose={() => setAsked(null)}>
        {asked ? (
          <>
            <View className="clock-rows__answer">{asked.why.at(-1) ?? asked.text}</View>
            {asked.why.slice(0, -1).map((line) => (
              <View key={line} className={`clock-rows__line ${line.endsWith('不计') ? 'clock-rows__line--rest' : ''}`}>
                <Icon name={line.endsWith('不计') ? 'clock' : 'check'} />
                <View className="grow tabular">{line}</View>
              </View>
            ))}
            {asked.pausedMinutes > 0 ? <View className="t-note ink-2">{`其中暂停 ${asked.pausedMinutes} 分钟`}</View> : null}
          </>
        ) : null}
      </Sheet>
    </View>
  );
}

/** In the order in which they end when all goes well. */
const inOrder = (clocks: readonly ClockView[]): ClockView[] => [...clocks].sort((a, b) => ORDER.indexOf(a.key) - ORDER.indexOf(b.key));
const ORDER: readonly ClockKey[] = ['accept', 'respond', 'arrive', 'resolve'];
