import type { PolicyInForce } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Button } from '../button/button';
import { CheckMark } from '../check-mark/check-mark';
import { Icon } from '../icon/icon';
import { Tap } from '../tap/tap';
import './consent-fields.scss';

interface Props {
  policy: PolicyInForce;
  agreed: readonly string[];
  error?: string;
  onChange: (agreed: string[]) => void;
  onRead: () => void;
}

/** Agreement purpose by purpose (M3): nothing is ticked for the person, and what is needed says so. */
export function ConsentFields({ policy, agreed, error, onChange, onRead }: Props) {
  const turn = (key: string) => onChange(agreed.includes(key) ? agreed.filter((other) => other !== key) : [...agreed, key]);
  return (
    <View className="consent-fields">
      {policy.purposes
        .filter(({ only }) => !only)
        .map(({ key, title, description, required }, at) => {
          const on = agreed.includes(key);
          return (
            <Tap
              key={key}
              className="consent-row"
              pressed={on}
              label={`${required ? '必要' : '可选'}，${title}，${description}`}
              onTap={() => turn(key)}
            >
              <CheckMark on={on} wrong={at === 0 && error !== undefined} />
              <View className="grow">
                <View className="consent-row__title">
                  <View>{title}</View>
                  <View className={`consent-row__tag t-small ${required ? 'consent-row__tag--required' : ''}`}>
                    {required ? '必要' : '可选'}
                  </View>
                </View>
                <View className="t-note ink-2">{description}</View>
              </View>
            </Tap>
          );
        })}
      {error ? (
        <View className="consent-fields__error t-note" {...({ role: 'alert' } as object)}>
          <Icon name="late" size={1.1} />
          <View className="grow">{error}</View>
        </View>
      ) : null}
      <Button kind="quiet" icon="shield" text={`阅读《${policy.title}》`} onTap={onRead} />
    </View>
  );
}
