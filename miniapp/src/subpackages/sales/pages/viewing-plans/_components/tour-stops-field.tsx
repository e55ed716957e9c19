import { TOUR_STOPS, type TourStop } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { ChipGroup, chipsOf } from '@/components/chip-group/chip-group';
import { Section } from '@/components/section/section';
import type { PlanContent } from '../_lib/plan-content';

interface Props {
  content: PlanContent;
  mayEdit: boolean;
  onChange: (part: Partial<PlanContent>) => void;
}

/** What its visitors are shown: in the order in which it was tapped. */
export function TourStopsField({ content: { tourStops }, mayEdit, onChange }: Props) {
  const said = tourStops.map((stop) => TOUR_STOPS[stop]).join(' → ') || '没有固定路线';
  return (
    <Section title="带看路线" note="接待同事按这个顺序带客户走，看完一处勾一处">
      <Card>
        <View className="plan-form__tour">{said}</View>
        {mayEdit ? (
          <ChipGroup
            chips={chipsOf(TOUR_STOPS)}
            chosen={tourStops}
            multiple
            onChange={(stops) => onChange({ tourStops: stops as TourStop[] })}
          />
        ) : null}
      </Card>
    </Section>
  );
}
