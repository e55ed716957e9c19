import { View } from '@tarojs/components';
import { Icon } from '../icon/icon';
import './parcel-line.scss';

export interface ParcelStep {
  title: string;
  /** Who and what; the promise for steps to come. */
  text?: string;
  /** Already in words: 今天 10:42. */
  time?: string;
  state: 'done' | 'now' | 'next';
}

const SAID: Readonly<Record<ParcelStep['state'], string>> = { done: '已完成', now: '进行中', next: '待进行' };

/** Where something stands, like a parcel: the step now in accent, those past in ink, those to come paler. */
export function ParcelLine({ steps }: { steps: readonly ParcelStep[] }) {
  return (
    <View className="parcel-line">
      {steps.map((step, at) => (
        <View
          // biome-ignore lint/suspicious/noArrayIndexKey: steps keep their order and have no other name
          key={at}
          className={`parcel-line__step parcel-line__step--${step.state}`}
          {...({ ariaLabel: `${SAID[step.state]}：${step.title}` } as object)}
        >
          <View className="parcel-line__mark">{step.state === 'done' ? <Icon name="check" size={0.9} /> : null}</View>
          <View className="parcel-line__words">
            <View className="parcel-line__head">
              <View className="parcel-line__title">{step.title}</View>
              {step.time ? <View className="parcel-line__time t-note tabular">{step.time}</View> : null}
            </View>
            {step.text ? <View className="parcel-line__text t-note">{step.text}</View> : null}
          </View>
        </View>
      ))}
    </View>
  );
}
