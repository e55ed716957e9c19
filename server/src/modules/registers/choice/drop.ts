/** Why somebody is not the one, for reasons that every choice knows. */
export type CommonDrop =
  | 'inactive'
  | 'not-in-rule'
  | 'lacks-skill'
  | 'off-duty'
  | 'on-leave'
  | 'no-shift'
  | 'capacity-full'
  | 'quota-reached'
  | 'later-shift'
  | 'outranked'
  | 'rounds-over';

/** Why somebody is not the one, for a person to read; `Own` adds the reasons of one journey. */
export interface Drop<Own extends string = never> {
  code: CommonDrop | Own;
  text: string;
}
