import { beijingClock, type MyLead, sayTime } from '@guihu/shared';
import type { ParcelStep } from './parcel-line';

/** The server's steps as they are drawn. A time already said in the step's own words is not said a second time. */
export function parcelStepsOf(steps: MyLead['steps'], now: number): ParcelStep[] {
  return steps.map(({ title, text, at, state }) => {
    if (at === null) return { title, text, state };
    const instant = Date.parse(at);
    const clock = beijingClock(instant);
    if (text === clock) return { title, time: sayTime(instant, now), state };
    return { title, text, time: text.includes(clock) ? undefined : sayTime(instant, now), state };
  });
}
