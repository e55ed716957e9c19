import type { Permission as PermissionName } from '@guihu/shared';
import { type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ActorResolver, type RequestWithActor } from './actor';
import { coded } from './coded-error';

export const PERMISSION = 'guihu:permission';
export const PUBLIC = 'guihu:public';

/** States what a route asks for. Every route carries this or `@Public()`; a test walks them all. */
export const Permission = (name: PermissionName) => SetMetadata(PERMISSION, name);

/** Open to everybody; a token that is sent all the same must be good. */
export const Public = () => SetMetadata(PUBLIC, true);

@Injectable()
export class PermissionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly actors: ActorResolver,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    const request = context.switchToHttp().getRequest<RequestWithActor>();
    const wanted = this.reflector.getAllAndOverride<PermissionName | undefined>(PERMISSION, targets);
    const header = request.headers.authorization;
    if (header?.startsWith('Bearer ')) request.actor = (await this.actors.resolve(header.slice('Bearer '.length))) ?? undefined;
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC, targets)) return true;
    if (!wanted) throw coded('permission.denied');
    if (!request.actor) throw coded(header ? 'session.invalid' : 'session.required');
    if (!request.actor.permissions.includes(wanted)) throw coded('permission.denied');
    return true;
  }
}
