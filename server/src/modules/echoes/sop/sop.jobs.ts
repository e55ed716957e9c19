/** Job kinds of this echo, by name only, so that those who ask for a job need not import those who do it. */
export const SOP_REMIND = 'sop.remind';
export const SOP_SILENCE = 'sop.silence';
