import { ChipGroup } from '../chip-group/chip-group';

export interface RangeOption {
  label: string;
  /** Left out: no lower end. */
  min?: number;
  /** Left out: no upper end. */
  max?: number;
}

interface Props {
  options: readonly RangeOption[];
  min?: number;
  max?: number;
  /** Both undefined when nothing is chosen. */
  onChange: (range: { min?: number; max?: number }) => void;
}

/** A range chosen from offered ones: one tap instead of two numbers typed. */
export function RangeChips({ options, min, max, onChange }: Props) {
  const at = options.findIndex((option) => option.min === min && option.max === max);
  return (
    <ChipGroup
      chips={options.map((option, index) => ({ value: String(index), label: option.label }))}
      chosen={at < 0 || (min === undefined && max === undefined) ? [] : [String(at)]}
      onChange={([chosen]) => {
        const option = chosen === undefined ? undefined : options[Number(chosen)];
        onChange({ min: option?.min, max: option?.max });
      }}
    />
  );
}
