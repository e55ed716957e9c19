import type { Permission, Role } from '@guihu/shared';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { coded } from './coded-error';

/** Whose records a person may see. Every finder of personal data takes one. */
export type Scope =
  | { kind: 'own'; staffId: string }
  | { kind: 'team'; staffId: string; teamIds: readonly string[] }
  | { kind: 'project'; projectIds: readonly string[] }
  | { kind: 'group' };

/** Who is asking. */
export interface Actor {
  accountId: string;
  sessionId: string;
  customerId: string | null;
  /** Whether WeChat vouched for the number of that customer; one that was only typed may be somebody else's. */
  phoneVerified: boolean;
  staffId: string | null;
  roles: readonly Role[];
  permissions: readonly Permission[];
  scope: Scope | null;
  /** Projects a member of staff works for; empty means all of them for the group's own people. */
  projectIds: readonly string[];
}

/** The customer whose records this person may see and spend; a number that was only typed opens nobody's. Null for nobody. */
export const vouchedCustomer = ({ customerId, phoneVerified }: Pick<Actor, 'customerId' | 'phoneVerified'>): string | null =>
  phoneVerified ? customerId : null;

/** A signed-in colleague: the routes that ask for a staff permission get one. */
export type StaffActor = Actor & { staffId: string; scope: Scope };

/** Whether a colleague works for this project; the group's own people work for all of them. */
export const worksFor = ({ scope, projectIds }: StaffActor, projectId: string): boolean =>
  scope.kind === 'group' || projectIds.includes(projectId);

/** Turns a bearer token into a person; registers provide it. */
export abstract class ActorResolver {
  /** @returns null when the token is forged, expired or revoked. */
  abstract resolve(token: string): Promise<Actor | null>;
}

export interface RequestWithActor extends FastifyRequest {
  actor?: Actor;
}

/** The signed-in person, as a controller's argument. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<RequestWithActor>();
  if (!actor) throw coded('session.required');
  return actor;
});

/** The signed-in colleague, as a controller's argument. */
export const CurrentStaff = createParamDecorator((_: unknown, context: ExecutionContext): StaffActor => {
  const { actor } = context.switchToHttp().getRequest<RequestWithActor>();
  if (!actor?.staffId || !actor.scope) throw coded('permission.denied');
  return actor as StaffActor;
});
