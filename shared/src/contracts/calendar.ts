/** One day of a working calendar, as people see and edit it. */
export interface CalendarDayView {
  /** Beijing civil date, YYYY-MM-DD. */
  date: string;
  working: boolean;
  /** 工作日, 周末, 春节 … or what was written beside an edited day. */
  reason: string;
  /** Whether somebody set this day by hand. */
  edited: boolean;
}

/** `GET /api/staff/calendars/:id?from&to` */
export interface CalendarView {
  id: string;
  name: string;
  days: CalendarDayView[];
}

/** `PUT /api/staff/calendars/:id/days/:date` */
export interface CalendarDayEdit {
  working: boolean;
  /** Why, in a few words: 春节值班, 项目团建 … */
  note: string;
}
