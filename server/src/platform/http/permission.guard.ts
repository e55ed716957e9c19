import type { Permission as PermissionName } from '@guihu/shared';
import { type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ActorResolver, type RequestWithActor } from './actor';
import { coded } from './coded-error';

export const PERMISSION = 'guihu:permission';
export const PUBLIC = 'guihu:public';

/** States what a route asks for. Every route carries this or `@Public()`; a test walks them all. */
export const Permission = (name: PermissionName) => SetMetadata(PERMISSION, name);

/** Open to everybody; whoever sends a good token all the same is known. */
export const Public = () => SetMetadata(PUBLIC, true);

/** Finds out who asks. First of the guards: the limit is counted by person, and a bad token must not escape it. */
@Injectable()
export class ActorGuard implements CanActivate {
  constructor(private readonly actors: ActorResolver) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<RequestWithActor>();
    const header = request.headers.authorization;
    if (header?.startsWith('Bearer ')) request.actor = (await this.actors.resolve(header.slice('Bearer '.length))) ?? undefined;
    return true;
  }
}

@Injectable()
export class PermissionGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC, targets)) return true;
    const wanted = this.reflector.getAllAndOverride<PermissionName | undefined>(PERMISSION, targets);
    if (!wanted) throw coded('permission.denied');
    const { actor, headers } = context.switchToHttp().getRequest<RequestWithActor>();
    if (!actor) throw coded(headers.authorization ? 'session.invalid' : 'session.required');
    if (!actor.permissions.includes(wanted)) throw coded('permission.denied');
    return true;
  }
}
