import { labelOf, PRODUCT_TYPES } from '@guihu/shared';
import { View } from '@tarojs/components';
import { ChipGroup } from '@/components/chip-group/chip-group';
import { TextField } from '@/components/field/text-field';

interface Props {
  /** What the project sells. */
  types: readonly string[];
  type: string | null;
  text: string;
  onType: (type: string | null) => void;
  onText: (text: string) => void;
}

const LONGEST = 200;

/** What they look for: a word in their own terms, the kind of home at one tap. */
export function WishField({ types, type, text, onType, onText }: Props) {
  return (
    <View>
      <TextField
        label="想找什么样的房子"
        name="wish"
        value={text}
        maxLength={LONGEST}
        optional
        placeholder="三房，朝南，预算 400 万"
        onChange={onText}
      />
      <View className="entry__types">
        <ChipGroup
          chips={types.map((value) => ({ value, label: labelOf(PRODUCT_TYPES, value) }))}
          chosen={type ? [type] : []}
          onChange={([chosen]) => onType(chosen ?? null)}
        />
      </View>
    </View>
  );
}
