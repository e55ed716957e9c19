import { GENDERS, type Gender } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Tap } from '@/components/tap/tap';

interface Props {
  value: Gender;
  onChange: (gender: Gender) => void;
}

const OFFERED = ['male', 'female'] as const;

/** 先生 or 女士 inside the name's box; a second tap takes it back. */
export function GenderPick({ value, onChange }: Props) {
  return (
    <View className="entry__genders">
      {OFFERED.map((gender) => (
        <Tap
          key={gender}
          className={`entry__gender ${gender === value ? 'entry__gender--on' : ''}`}
          pressed={gender === value}
          onTap={() => onChange(gender === value ? 'unknown' : gender)}
        >
          {GENDERS[gender]}
        </Tap>
      ))}
    </View>
  );
}
