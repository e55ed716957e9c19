import { View } from '@tarojs/components';
import { CategoryPicture } from '../category-picture/category-picture';
import { Icon } from '../icon/icon';
import { Tap } from '../tap/tap';
import './category-grid.scss';

export interface GridCategory {
  id: string;
  name: string;
  picture: string;
}

interface Props {
  items: readonly GridCategory[];
  chosen: string | null;
  onChoose: (id: string) => void;
}

/** What is broken, as pictures: three beside each other, the chosen one marked by more than its colour. */
export function CategoryGrid({ items, chosen, onChoose }: Props) {
  return (
    <View className="category-grid">
      {items.map(({ id, name, picture }) => {
        const on = id === chosen;
        return (
          <Tap key={id} className={`category-grid__item ${on ? 'category-grid__item--on' : ''}`} pressed={on} onTap={() => onChoose(id)}>
            <CategoryPicture picture={picture} />
            <View className="category-grid__name">{name}</View>
            {on ? (
              <View className="category-grid__mark">
                <Icon name="check" size={1} />
              </View>
            ) : null}
          </Tap>
        );
      })}
    </View>
  );
}
