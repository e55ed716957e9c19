import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { ClockPick } from '@/components/clock-pick/clock-pick';
import { faultOfWindows, type Span } from '../_lib/plan-words';

interface Props {
  windows: readonly Span[];
  lengthMinutes: number;
  onChange: (windows: Span[]) => void;
}

const MORNING: Span = { from: '09:00', to: '12:00' };
const AFTERNOON: Span = { from: '13:30', to: '17:30' };

/** Stretches of one day, each from–to. */
export function WindowsField({ windows, lengthMinutes, onChange }: Props) {
  const fault = faultOfWindows(windows, lengthMinutes);
  const put = (at: number, part: Partial<Span>) =>
    onChange(windows.map((window, index) => (index === at ? { ...window, ...part } : window)));
  return (
    <View>
      {windows.length === 0 ? <View className="ink-2">不开放</View> : null}
      {windows.map((window, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a stretch is its place, and two may be alike while they are typed
        <View key={at} className="windows-field">
          <ClockPick label="从" value={window.from} onChange={(from) => put(at, { from })} />
          <ClockPick label="到" value={window.to} onChange={(to) => put(at, { to })} />
          <Button text="删除" kind="quiet" onTap={() => onChange(windows.filter((_, index) => index !== at))} />
        </View>
      ))}
      {fault ? <View className="windows-field__fault t-note">{fault}</View> : null}
      <Button text="加一段" icon="plus" kind="quiet" onTap={() => onChange([...windows, windows.length === 0 ? MORNING : AFTERNOON])} />
    </View>
  );
}
