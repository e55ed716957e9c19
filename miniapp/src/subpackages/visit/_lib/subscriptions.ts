/**
 * What a visitor is asked to allow, moment by moment. WeChat shows three at most and each yes is good for one message, so that the
 * second reminder and the survey need a tap of their own.
 */
export const ASK_AT = {
  /** It is booked: that it stands, the evening before, and when it changes. */
  booking: ['viewing-booked', 'viewing-reminder', 'viewing-changed'],
  /** Standing in line: that a seat is kept, then as above. */
  waiting: ['viewing-offered', 'viewing-booked', 'viewing-reminder'],
  /** The kept seat is taken. */
  taking: ['viewing-reminder', 'viewing-changed', 'viewing-cancelled'],
  /** Into the calendar: two hours before, when the house calls it off, and afterwards. */
  calendar: ['viewing-reminder', 'viewing-cancelled', 'viewing-survey'],
  /** They are there: what is left to ask is how it was. */
  arrival: ['viewing-survey'],
} as const;
