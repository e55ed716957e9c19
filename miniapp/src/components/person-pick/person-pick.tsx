import { View } from '@tarojs/components';
import { Icon } from '../icon/icon';
import { Avatar } from '../person-card/avatar';
import { Tap } from '../tap/tap';
import './person-pick.scss';

export interface PersonChoice {
  id: string;
  name: string;
  /** How busy they are, and what stands against them. */
  note: string;
  /** Could be chosen, but there is something to think of first. */
  doubtful: boolean;
}

interface Props {
  people: readonly PersonChoice[];
  chosen: string | null;
  onChoose: (id: string) => void;
}

/** One of several people; who they are and how it stands with them. */
export function PersonPick({ people, chosen, onChoose }: Props) {
  return (
    <View className="person-pick">
      {people.map(({ id, name, note, doubtful }) => (
        <Tap
          key={id}
          className={`person-pick__person ${id === chosen ? 'person-pick__person--on' : ''}`}
          pressed={id === chosen}
          onTap={() => onChoose(id)}
        >
          <Avatar name={name} />
          <View className="grow">
            <View className="one-line">{name}</View>
            <View className={`t-note ${doubtful ? 'ink-soon' : 'ink-2'}`}>{note}</View>
          </View>
          {id === chosen ? <Icon name="check" /> : null}
        </Tap>
      ))}
    </View>
  );
}
