import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { Field } from '@/components/field/field';
import { LongTextField } from '@/components/field/long-text-field';
import { Section } from '@/components/section/section';
import { Stepper } from '@/components/stepper/stepper';
import { type BookingForm, MOST_COMING } from '../_lib/booking-form';

interface Props {
  form: BookingForm;
  error?: string;
  /** Whether it matters yet how many come. */
  counted: boolean;
  onChange: (part: Partial<BookingForm>) => void;
}

/** How many come, and what the colleague should know before. */
export function VisitFields({ form, error, counted, onChange }: Props) {
  return (
    <Section title="来看房的情况">
      <Card>
        {counted ? (
          <Field label="几位一起来">
            <Stepper
              value={form.partySize}
              least={1}
              most={MOST_COMING}
              unit="位"
              label="人数"
              onChange={(partySize) => onChange({ partySize })}
            />
          </Field>
        ) : null}
        <View id="ask-note" className="book__note">
          <LongTextField
            label="想让顾问提前知道的"
            name="note"
            optional
            value={form.note}
            placeholder="例如：带老人同来，想看三房"
            maxLength={200}
            error={error}
            onChange={(note) => onChange({ note })}
          />
        </View>
      </Card>
    </Section>
  );
}
