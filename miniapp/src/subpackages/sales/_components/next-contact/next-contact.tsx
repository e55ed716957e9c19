import { PhraseField } from '@/components/phrase-field/phrase-field';
import { TimeField } from '@/components/time-field/time-field';
import { quickTimes } from '../../_lib/next-times';

interface Next {
  nextPlan: string;
  /** Epoch milliseconds. */
  nextAt: number | null;
}

interface Props extends Next {
  phrases: readonly string[];
  placeholder: string;
  faults: { nextPlan?: string; nextAt?: string };
  now: number;
  onChange: (part: Partial<Next>) => void;
}

/** What is next with this customer, and when. */
export function NextContact({ nextPlan, nextAt, phrases, placeholder, faults, now, onChange }: Props) {
  return (
    <>
      <PhraseField
        label="下次计划"
        name="nextPlan"
        value={nextPlan}
        phrases={phrases}
        placeholder={placeholder}
        maxLength={300}
        error={faults.nextPlan}
        onChange={(words) => onChange({ nextPlan: words })}
      />
      <TimeField
        label="下次时间"
        choices={quickTimes(now)}
        value={nextAt}
        none="还没有选"
        now={now}
        error={faults.nextAt}
        onChange={(instant) => onChange({ nextAt: instant })}
      />
    </>
  );
}
