import type { SopStep } from '@guihu/shared';

/** Key of the plan that has no row: the next contact as the colleague promised it in the last record (D2). */
export const PLANNED = 'planned';

const TITLE_LENGTH = 40;
const HINT_LENGTH = 200;
const DEFAULT_HINT = '这是你在上次跟进时约定的下一步，联系后请填写跟进记录。';

/** The promised next contact as a step; `due` is not counted, the colleague named the time. */
export function plannedStep(nextPlan: string): SopStep {
  const title = clip(nextPlan.replace(/\s+/g, ' ').trim(), TITLE_LENGTH);
  return {
    key: 'next',
    title,
    hint: title.endsWith('…') ? clip(nextPlan.trim(), HINT_LENGTH) : DEFAULT_HINT,
    due: { unit: 'days', amount: 0 },
    countsFromMinutesBefore: null,
    methods: [],
    needsConnection: false,
    remindMinutesBefore: [30, 0],
    ladder: [
      { afterWorkingMinutes: 30, to: 'agent' },
      { afterWorkingMinutes: 120, to: 'leader' },
    ],
  };
}

export const plannedRunKey = (leadId: string, followUpId: string): string => `${leadId}:${PLANNED}:${followUpId}`;

/** Whether the planned task of run `runKey` came from an earlier record than `followUpId`; ids sort by birth. */
export const plannedBefore = (runKey: string, followUpId: string): boolean => (runKey.split(':').at(-1) as string) < followUpId;

/** Counts characters as the database does, so that a rare character is never cut in half. */
function clip(text: string, length: number): string {
  const characters = [...text];
  return characters.length > length ? `${characters.slice(0, length - 1).join('')}…` : text;
}
