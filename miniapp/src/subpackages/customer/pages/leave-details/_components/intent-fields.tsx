import { labelOf, PRODUCT_TYPES, type ProjectSummary, PURPOSES } from '@guihu/shared';
import { View } from '@tarojs/components';
import { ChipGroup, chipsOf } from '@/components/chip-group/chip-group';
import { Field } from '@/components/field/field';
import { LongTextField } from '@/components/field/long-text-field';
import { RangeChips } from '@/components/range-chips/range-chips';
import { areaOptions, BUDGETS } from '../_lib/intent-options';
import type { FormErrors, LeadForm } from '../_lib/lead-form';

interface Props {
  form: LeadForm;
  errors: FormErrors;
  project: ProjectSummary;
  onChange: (part: Partial<LeadForm>) => void;
}

/** What they look for, by taps; a colleague who knows it calls with an answer instead of questions. */
export function IntentFields({ form, errors, project, onChange }: Props) {
  const types = project.productTypes.map((value) => ({ value, label: labelOf(PRODUCT_TYPES, value) }));
  return (
    <View>
      {types.length > 1 ? (
        <Field label="产品类型">
          <ChipGroup
            chips={types}
            chosen={form.productType ? [form.productType] : []}
            onChange={([productType]) => onChange({ productType })}
          />
        </Field>
      ) : null}
      <Field label="面积">
        <RangeChips
          options={areaOptions(project)}
          min={form.areaMin}
          max={form.areaMax}
          onChange={({ min, max }) => onChange({ areaMin: min, areaMax: max })}
        />
      </Field>
      <Field label="预算">
        <RangeChips
          options={BUDGETS}
          min={form.budgetMin}
          max={form.budgetMax}
          onChange={({ min, max }) => onChange({ budgetMin: min, budgetMax: max })}
        />
      </Field>
      <Field label="购房目的">
        <ChipGroup chips={chipsOf(PURPOSES)} chosen={form.purpose ? [form.purpose] : []} onChange={([purpose]) => onChange({ purpose })} />
      </Field>
      <View id="ask-note" className="leave-details__note">
        <LongTextField
          label="还想告诉顾问的"
          name="note"
          value={form.note}
          placeholder="例如：想要高楼层，周末方便看房"
          maxLength={500}
          error={errors.note}
          onChange={(note) => onChange({ note })}
        />
      </View>
    </View>
  );
}
