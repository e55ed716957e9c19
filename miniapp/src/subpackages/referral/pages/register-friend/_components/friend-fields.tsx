import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { ChipGroup } from '@/components/chip-group/chip-group';
import { Field } from '@/components/field/field';
import { TextField } from '@/components/field/text-field';
import { Icon } from '@/components/icon/icon';
import type { FieldErrors } from '@/platform/refusal';
import { type FriendField, type FriendForm, RELATIONS } from '../_lib/friend-form';

interface Props {
  form: FriendForm;
  errors: FieldErrors<FriendField>;
  projectName: string;
  onChange: (part: Partial<FriendForm>) => void;
}

export function FriendFields({ form, errors, projectName, onChange }: Props) {
  return (
    <View className="register-friend">
      <View>
        <View className="t-title">您想推荐谁？</View>
        <View className="t-note ink-2">{`好友会被推荐看${projectName}`}</View>
      </View>
      <Card>
        <View className="register-friend__fields">
          <View id="ask-friend-name">
            <TextField
              label="好友姓名"
              name="friend-name"
              value={form.name}
              placeholder="例如：李强"
              maxLength={40}
              error={errors.name}
              onChange={(name) => onChange({ name })}
            />
          </View>
          <View id="ask-friend-phone">
            <TextField
              label="好友手机号"
              name="friend-phone"
              keyboard="phone"
              value={form.phone}
              placeholder="11 位手机号"
              maxLength={24}
              error={errors.phone}
              onChange={(phone) => onChange({ phone })}
            />
          </View>
          <Field label="你们的关系" optional error={errors.relation}>
            <ChipGroup
              chips={RELATIONS.map((word) => ({ value: word, label: word }))}
              chosen={form.relation ? [form.relation] : []}
              onChange={([relation]) => onChange({ relation: relation ?? '' })}
            />
          </Field>
        </View>
      </Card>
      <View className="register-friend__promise">
        <Icon name="shield" size={1.3} />
        <View className="grow">
          <View>好友先同意，我们才联系</View>
          <View className="t-note ink-2">
            报备后会给您一个邀请，请转给好友。好友点同意之前，没有人会打电话；好友不同意，号码随即不再使用。
          </View>
        </View>
      </View>
    </View>
  );
}
