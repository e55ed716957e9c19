import type { StaffLiveCode } from '@guihu/shared';
import { View } from '@tarojs/components';
import { sayYield } from '../../_lib/code-words';
import './yield-bars.scss';

interface Props {
  code: Pick<StaffLiveCode, 'scans' | 'visitors' | 'leads'>;
  /** What a full bar is: the most scans of those shown together. */
  most: number;
}

const ROWS = [
  { key: 'scans', label: '扫码' },
  { key: 'visitors', label: '访客' },
  { key: 'leads', label: '留资' },
] as const;

/** Scans, people, leads: three short bars, each with its number. */
export function YieldBars({ code, most }: Props) {
  return (
    <View className="yield-bars" {...({ ariaLabel: sayYield(code) } as object)}>
      {ROWS.map(({ key, label }) => (
        <View key={key} className="yield-bars__row">
          <View className="t-small ink-2">{label}</View>
          <View className="yield-bars__track">
            <View className={`yield-bars__bar yield-bars__bar--${key}`} style={{ width: `${(code[key] / Math.max(1, most)) * 100}%` }} />
          </View>
          <View className="yield-bars__value t-note tabular">{code[key].toLocaleString('en-US')}</View>
        </View>
      ))}
    </View>
  );
}
