/** Job kinds of this journey, by name only, so that those who ask for a job need not import those who do it. */
export const REMIND_VIEWING = 'viewing.remind';
/** The end of an offered seat, and of waiting for a slot that begins. */
export const WAIT_CLOCK = 'viewing.wait-clock';

/** Something that lines may have waited for has become free. */
export const SERVE_LINES = 'viewing.serve-lines';

/** At most one clock job stands for a place in the line. */
export const waitKey = (waitId: string): string => `${WAIT_CLOCK}:${waitId}`;
export const waitSubject = (waitId: string): string => `viewing-wait:${waitId}`;

/** Which of the two reminders of a visit. */
export type ReminderKind = 'day-before' | 'hours-before';

/** After a visit: the host's form, and the question to the visitor. */
export const FORM_DUE = 'viewing.form-due';
export const SURVEY = 'viewing.survey';
