import type { StaffLiveCode } from '@guihu/shared';
import { View } from '@tarojs/components';
import { StatusTag } from '@/components/status-tag/status-tag';
import { Tap } from '@/components/tap/tap';
import { YieldBars } from '../../../_components/code-detail/yield-bars';
import { CODE_STATES, sayCode, sayYield } from '../../../_lib/code-words';

interface Props {
  code: StaffLiveCode;
  most: number;
  now: number;
  on: boolean;
  onTap: () => void;
}

/** One code in a list: what it is for, and how much came of it beside the others. */
export function CodeRow({ code, most, now, on, onTap }: Props) {
  return (
    <Tap
      className={`code-row ${on ? 'code-row--on' : ''}`}
      label={`${code.label}，${CODE_STATES[code.state].text}，${sayYield(code)}`}
      pressed={on ? true : undefined}
      onTap={onTap}
    >
      <View className="row row--between">
        <View className="code-row__name one-line">{code.label}</View>
        <StatusTag {...CODE_STATES[code.state]} icon={code.state === 'active' ? undefined : 'close'} />
      </View>
      <View className="code-row__second t-note ink-2 one-line">{sayCode(code, now)}</View>
      <YieldBars code={code} most={most} />
    </Tap>
  );
}
