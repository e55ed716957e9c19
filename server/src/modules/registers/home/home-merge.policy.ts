import type { HomeRight, HomeRole } from '@guihu/shared';

/** One of two bindings of one person to one home. */
export interface BoundTwice {
  id: string;
  role: HomeRole;
  may: readonly HomeRight[];
  /** Epoch ms; null while no end was agreed. */
  untilAt: number | null;
}

const ORDER: readonly HomeRole[] = ['owner', 'family', 'tenant'];

/** Which binding stays: the owner's before the family's before the tenant's, then the longer one, then the one with more rights. */
export function widerOf(one: BoundTwice, other: BoundTwice): { stays: BoundTwice; goes: BoundTwice; may: HomeRight[] } {
  const width = ({ role, untilAt, may }: BoundTwice) => [-ORDER.indexOf(role), untilAt ?? Number.MAX_SAFE_INTEGER, may.length];
  const [a, b] = [width(one), width(other)];
  const first = a.findIndex((value, place) => value !== b[place]);
  const oneStays = first < 0 || (a[first] as number) > (b[first] as number);
  const [stays, goes] = oneStays ? [one, other] : [other, one];
  // What ends is not prolonged by standing beside what does not, so that only rights of the same length come together.
  const may = stays.untilAt === goes.untilAt ? [...new Set([...stays.may, ...goes.may])] : [...stays.may];
  return { stays, goes, may };
}
