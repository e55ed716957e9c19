export { sayDueTime } from './due-time.text';
export { isQuiet, outsideQuiet, type QuietHours, quietHoursProblem } from './quiet-hours';
export { type Absence, HORIZON_DAYS, joined, type Schedule, without, workingIntervals } from './schedule';
export { makeShift, type Shift, shiftProblems, type Window } from './shift';
export { statutoryCalendar } from './statutory-calendar';
export { readTimeOfDay } from './time-of-day';
export { type CalendarDay, type DayKind, type OverlayOptions, overlay, type WorkingCalendar } from './working-calendar';
export { addWorkingDays } from './working-days';
export { addWorking, betweenWorking, type DueTime, isWorking, nextWorkingInstant } from './working-time';
