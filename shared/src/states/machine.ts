/** A state machine as data: which verb leads from which states to which state. */
export interface TransitionTable<State extends string, Verb extends string> {
  readonly initial: State;
  readonly final: readonly State[];
  readonly verbs: Readonly<Record<Verb, { readonly from: readonly State[]; readonly to: State }>>;
}

/** Whether `verb` may be done from `state`. Server and buttons ask the same question. */
export function allows<S extends string, V extends string>(table: TransitionTable<S, V>, state: S, verb: V): boolean {
  return table.verbs[verb].from.includes(state);
}

/** Every verb that may be done from `state`. */
export function allowedVerbs<S extends string, V extends string>(table: TransitionTable<S, V>, state: S): V[] {
  return (Object.keys(table.verbs) as V[]).filter((verb) => allows(table, state, verb));
}

/**
 * What is wrong with a table, in sentences; empty when it is sound. Checked at boot and in tests:
 * every state is reachable from the initial one, final states lead nowhere, others lead somewhere.
 */
export function faultsOf<S extends string, V extends string>(table: TransitionTable<S, V>, states: readonly S[]): string[] {
  const faults: string[] = [];
  const rules = Object.entries<{ readonly from: readonly S[]; readonly to: S }>(table.verbs);
  for (const [verb, rule] of rules) {
    for (const state of [...rule.from, rule.to]) if (!states.includes(state)) faults.push(`${verb} names the unknown state ${state}`);
  }
  const reached = new Set<S>([table.initial]);
  for (let grew = true; grew; ) {
    grew = false;
    for (const [, rule] of rules) {
      if (!reached.has(rule.to) && rule.from.some((s) => reached.has(s))) {
        reached.add(rule.to);
        grew = true;
      }
    }
  }
  for (const state of states) {
    if (!reached.has(state)) faults.push(`${state} cannot be reached`);
    const leaves = rules.some(([, rule]) => rule.from.includes(state) && rule.to !== state);
    if (table.final.includes(state) && leaves) faults.push(`${state} is final but leads on`);
    if (!table.final.includes(state) && !leaves) faults.push(`${state} is a dead end`);
  }
  return faults;
}
