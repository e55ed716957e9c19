import { beijingDate, startOfBeijingDate, type TimeRange } from '@guihu/shared';
import { type Absence, HORIZON_DAYS, joined, type Schedule, without, workingIntervals } from '../../../platform/working-time';

const DAY_MS = 24 * 60 * 60 * 1000;

/** When one colleague is there: turns of the rota, the weekly shift, and leaves. Instants are epoch milliseconds. */
export interface Planned {
  /** Those that end after the beginning of the first day asked for, in any order. */
  turns: readonly TimeRange[];
  /** Weekly windows less the leaves; null without a shift. */
  schedule: Schedule | null;
  /** Earliest first. */
  leaves: readonly Absence[];
}

export interface Presence {
  inShift: boolean;
  /** First instant at which the colleague is there, `at` itself while in shift; null when none is in sight. */
  clockStartsAt: number | null;
  /** End of the stretch that begins at `clockStartsAt`; null when it lasts a day or longer. */
  endsAt: number | null;
  onLeave: boolean;
}

/**
 * Whether a colleague is there at `at`, else from when on (J15). On a Beijing day that a turn touches, turns stand in place of
 * the weekly shift: who worked through the night is not expected back in the morning. A leave takes time out of both.
 */
export function presenceOf(planned: Planned, at: number): Presence {
  const onLeave = planned.leaves.some((leave) => leave.from <= at && at < leave.to);
  for (const piece of pieces(planned, at, at + HORIZON_DAYS * DAY_MS)) {
    const [whole] = stretchesOf(planned, piece.from, piece.from + DAY_MS);
    const endsAt = whole && whole.to < piece.from + DAY_MS ? whole.to : null;
    return { inShift: piece.from === at, clockStartsAt: piece.from, endsAt, onLeave };
  }
  return { inShift: false, clockStartsAt: null, endsAt: null, onLeave };
}

/** When a colleague is there between two instants: half-open ranges, earliest first, touching ones joined. */
export function stretchesOf(planned: Planned, from: number, to: number): TimeRange[] {
  return joined([...pieces(planned, from, to)]);
}

/** Stretches between `from` and `to` at which nobody is there, earliest first. */
export function gapsOf(people: readonly Planned[], from: number, to: number): TimeRange[] {
  const covered = people.flatMap((planned) => stretchesOf(planned, from, to)).sort((a, b) => a.from - b.from);
  return [...without(covered, from, to)];
}

/** Day by day, so that whoever asks for the first stretch does not pay for a year. */
function* pieces(planned: Planned, from: number, to: number): Generator<TimeRange, void> {
  const last = planned.schedule ? to : Math.min(to, Math.max(from, ...planned.turns.map((turn) => turn.to)));
  const turns = [...planned.turns].sort((a, b) => a.from - b.from);
  for (let midnight = startOfBeijingDate(beijingDate(from)); midnight < last; midnight += DAY_MS) {
    const [start, end] = [Math.max(midnight, from), Math.min(midnight + DAY_MS, last)];
    const ofDay = turns.filter((turn) => turn.from < midnight + DAY_MS && turn.to > midnight);
    if (ofDay.length === 0) {
      if (planned.schedule) yield* workingIntervals(planned.schedule, start, end);
      continue;
    }
    for (const turn of joined(ofDay)) {
      const [begin, finish] = [Math.max(turn.from, start), Math.min(turn.to, end)];
      if (begin < finish) yield* without(planned.leaves, begin, finish);
    }
  }
}
