import type { Permission } from '@guihu/shared';
import type { INestApplicationContext } from '@nestjs/common';
import { HEADERS_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum';
import { MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';
import { PERMISSION, PUBLIC } from '../http/permission.guard';
import type { Model } from './generated';

/** What a route's decorators say that the swagger scanner does not ask. */
export interface RouteFacts {
  isPublic: boolean;
  permission: Permission | undefined;
  /** Stated by `@Header` or `@ApiProduces`. */
  contentType: string | undefined;
  /** Classes whose properties are parameters of the route. */
  parameterClasses: Model[];
}

/** Where `@ApiProduces` leaves its word; the package does not export the name. */
const API_PRODUCES = 'swagger/apiProduces';

type Handler = (...args: never[]) => unknown;
type Argument = { index: number; data?: string };

/** Facts of every handler of the application, by operation id. */
export function routeFacts(app: INestApplicationContext): Map<string, RouteFacts> {
  const reflector = app.get(Reflector);
  const scanner = new MetadataScanner();
  const facts = new Map<string, RouteFacts>();
  for (const module of app.get(ModulesContainer).values()) {
    for (const { metatype } of module.controllers.values()) {
      if (!metatype) continue;
      const prototype = metatype.prototype as Record<string, Handler>;
      for (const method of scanner.getAllMethodNames(prototype)) {
        const handler = prototype[method] as Handler;
        const targets = [handler, metatype] as Parameters<Reflector['getAllAndOverride']>[1];
        facts.set(`${metatype.name}_${method}`, {
          isPublic: reflector.getAllAndOverride<boolean>(PUBLIC, targets) ?? false,
          permission: reflector.getAllAndOverride<Permission>(PERMISSION, targets),
          contentType: contentTypeOf(handler),
          parameterClasses: parameterClasses(metatype as Model, prototype, method),
        });
      }
    }
  }
  return facts;
}

function contentTypeOf(handler: Handler): string | undefined {
  const headers = (Reflect.getMetadata(HEADERS_METADATA, handler) ?? []) as { name: string; value: unknown }[];
  const value = headers.find(({ name }) => name.toLowerCase() === 'content-type')?.value;
  const produced = (Reflect.getMetadata(API_PRODUCES, handler) ?? []) as string[];
  return typeof value === 'string' ? value : produced[0];
}

function parameterClasses(controller: Model, prototype: object, method: string): Model[] {
  const types = (Reflect.getMetadata('design:paramtypes', prototype, method) ?? []) as Model[];
  const args = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, method) ?? {}) as Record<string, Argument>;
  return Object.entries(args).flatMap(([key, { index, data }]) => {
    const kind = Number(key.split(':')[0]) as RouteParamtypes;
    const type = types[index];
    return type && data === undefined && (kind === RouteParamtypes.QUERY || kind === RouteParamtypes.PARAM) ? [type] : [];
  });
}
