import type { WorkOrderBoard } from '@guihu/shared';
import { ScrollView, View } from '@tarojs/components';
import { Tap } from '@/components/tap/tap';
import { buildingWords } from '../_lib/board-words';
import { buildingSvg, stateOf } from '../_lib/building-svg';

interface Props {
  buildings: WorkOrderBoard['buildings'];
  onOpen: (name: string) => void;
}

/** The project as a street: each building drawn to its height, in the colour of the worst that happens in it. */
export function BuildingStrip({ buildings, onOpen }: Props) {
  const tallest = Math.max(1, ...buildings.map(({ floors }) => floors));
  return (
    <ScrollView scrollX className="building-strip">
      <View className="building-strip__row">
        {buildings.map((building) => {
          const state = stateOf(building);
          const picture = `url("data:image/svg+xml,${encodeURIComponent(buildingSvg({ floors: building.floors, state }, tallest))}")`;
          const words = buildingWords(building);
          return (
            <Tap
              key={building.id}
              className="building-strip__building"
              label={`${building.name}，${words}`}
              onTap={() => onOpen(building.name)}
            >
              <View className="building-strip__picture" style={{ backgroundImage: picture }} />
              <View className="t-note one-line">{building.name}</View>
              <View className={`building-strip__words building-strip__words--${state} t-small tabular`}>{words}</View>
            </Tap>
          );
        })}
      </View>
    </ScrollView>
  );
}
