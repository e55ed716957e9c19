import type { MyLead } from '@guihu/shared';
import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { ParcelLine } from '@/components/parcel-line/parcel-line';
import { parcelStepsOf } from '@/components/parcel-line/parcel-steps';
import { Section } from '@/components/section/section';
import { intentRows } from '../../../_lib/lead-words';
import './lead-progress.scss';

/** Where it stands, and what was asked for. */
export function LeadProgress({ lead, now }: { lead: MyLead; now: number }) {
  const rows = intentRows(lead.intent);
  return (
    <>
      <Section title="进展">
        <Card>
          <ParcelLine steps={parcelStepsOf(lead.steps, now)} />
        </Card>
      </Section>
      {rows.length > 0 ? (
        <Section title="您登记的需求">
          <Card>
            {rows.map(({ label, value }) => (
              <View key={label} className="lead-progress__row">
                <View className="lead-progress__label ink-2">{label}</View>
                <View className="grow">{value}</View>
              </View>
            ))}
          </Card>
        </Section>
      ) : null}
    </>
  );
}
