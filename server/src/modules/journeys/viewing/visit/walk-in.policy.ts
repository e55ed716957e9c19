import type { HostChoice } from '@guihu/shared';

type Colleague = { id: string; name: string };

/** Somebody stands at the desk without a booking. */
export interface WalkInFacts {
  /** Whoever enters them, and whether they sell here. */
  actor: Colleague & { sells: boolean };
  /** Whoever serves the customer; `away`: why they are not at work now, in words. */
  owner: (Colleague & { away: string | null }) | null;
  /** Who of those at work is free now, by the fair choice; null when nobody is. */
  free: Colleague | null;
}

/**
 * Who receives them (F3): whoever serves them when at work, or standing there anyhow. Nobody waits at the door for somebody who is not: then whoever entered
 * them and sells here, else a colleague who is free.
 */
export function walkInChoice({ actor, owner, free }: WalkInFacts): HostChoice & { chosen: Colleague } {
  const chosenAs = (how: HostChoice['how'], { id, name }: Colleague, why: string) => ({
    ...{ how, chosen: { id, name }, candidates: [], sentences: [why] },
  });
  const served = owner && (owner.away === null || owner.id === actor.id);
  if (served) return chosenAs('sticky', owner, `${owner.name}正在服务这位客户，由${owner.name}接待`);
  const receives = owner && !actor.sells && free ? free : actor;
  const who = receives === actor ? `登记的${actor.name}` : receives.name;
  return chosenAs('by-hand', receives, owner ? `${owner.name}正在服务这位客户，但${owner.away}，由${who}接待` : `现场到访，由${who}接待`);
}
