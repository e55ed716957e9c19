import { View } from '@tarojs/components';
import { Icon } from '../icon/icon';
import { Tap } from '../tap/tap';
import './rating-stars.scss';

const WORDS = ['很不满意', '不太满意', '一般', '满意', '非常满意'] as const;
const PLACES = [1, 2, 3, 4, 5] as const;

interface Props {
  /** 0 until one was chosen. */
  stars: number;
  /** Left out where the rating is only shown. */
  onChange?: (stars: number) => void;
}

/** One to five stars, and the same in words. */
export function RatingStars({ stars, onChange }: Props) {
  const word = WORDS[stars - 1] ?? '点星星打分';
  const drawn = (place: number) => <Icon name={place <= stars ? 'starFull' : 'star'} size={onChange ? 2.2 : 1.3} />;
  return (
    <View className={`rating-stars ${onChange ? 'rating-stars--asking' : ''}`}>
      <View className="rating-stars__row">
        {PLACES.map((place) =>
          onChange ? (
            <Tap
              key={place}
              className={`rating-stars__star ${place <= stars ? 'rating-stars__star--on' : ''}`}
              label={`${place} 星，${WORDS[place - 1]}`}
              pressed={place === stars}
              onTap={() => onChange(place)}
            >
              {drawn(place)}
            </Tap>
          ) : (
            <View key={place} className={`rating-stars__star ${place <= stars ? 'rating-stars__star--on' : ''}`}>
              {drawn(place)}
            </View>
          ),
        )}
      </View>
      <View className="rating-stars__word">{onChange || stars > 0 ? word : ''}</View>
    </View>
  );
}
