import { PERMISSIONS, type Permission as PermissionName } from '@guihu/shared';
import { Controller, Get, RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { DiscoveryService, MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';
import { PERMISSION, Permission, PermissionGuard, PUBLIC, Public } from '../../src/platform/http/permission.guard';
import { type Person, startApp, type TestApp } from '../support/app';
import { expectProblem, rowCounts } from '../support/refusals';

interface Route {
  name: string;
  method: string;
  path: string;
  permission: PermissionName | undefined;
  open: boolean;
}

/** Everything that may be asked for without a name. A new line here is a decision. */
const OPEN = [
  'GET /api/files/:id',
  'GET /api/health/live',
  'GET /api/health/ready',
  'GET /api/live-codes/:code',
  'GET /api/live-codes/:code/picture',
  'GET /api/policy',
  'GET /api/projects',
  'GET /api/projects/:id',
  'GET /api/projects/:id/buildings',
  'GET /api/projects/:id/stories',
  'GET /api/projects/:id/referral-rules',
  'GET /api/projects/:id/viewing-slots',
  'GET /api/wechat/mini-program',
  'GET /api/wechat/official-account',
  'GET /api/wechat/subscribe-templates',
  'GET /api/work-order-categories',
  'GET /metrics',
  'POST /api/dev/clock',
  'POST /api/live-codes/:code/scans',
  'POST /api/sessions',
  'POST /api/wechat/mini-program',
  'POST /api/wechat/official-account',
];

const flat = (paths: string | string[] | undefined): string[] => (Array.isArray(paths) ? paths : [paths ?? '']);

/** The routes of controllers, as Nest itself reads them. */
function routesOf(controllers: readonly Type[]): Route[] {
  const reflector = new Reflector();
  const scanner = new MetadataScanner();
  return controllers.flatMap((controller) =>
    scanner.getAllMethodNames(controller.prototype).flatMap((name) => {
      const handler = controller.prototype[name];
      const method: RequestMethod | undefined = Reflect.getMetadata(METHOD_METADATA, handler);
      if (method === undefined) return [];
      const targets = [handler, controller];
      const permission = reflector.getAllAndOverride<PermissionName | undefined>(PERMISSION, targets);
      const open = reflector.getAllAndOverride<boolean>(PUBLIC, targets) ?? false;
      return flat(Reflect.getMetadata(PATH_METADATA, controller)).flatMap((base) =>
        flat(Reflect.getMetadata(PATH_METADATA, handler)).map((at) => {
          const path = `/${[base, at].join('/')}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1');
          return { name: `${controller.name}.${name}`, method: RequestMethod[method], path, permission, open };
        }),
      );
    }),
  );
}

/** What is wrong with how a route states who may ask. */
const faults = (routes: readonly Route[]): string[] =>
  routes.flatMap((route) => {
    if (!route.open && !route.permission) return [`${route.name} states no permission`];
    if (route.open && route.permission) return [`${route.name} is open and asks for a permission`];
    if (route.permission && !PERMISSIONS.includes(route.permission)) return [`${route.name} asks for an unknown permission`];
    return [];
  });

describe('every route', () => {
  let world: TestApp;
  let routes: Route[];
  let colleagues: Person[];

  beforeAll(async () => {
    world = await startApp();
    const discovery = new DiscoveryService(world.app.get(ModulesContainer));
    routes = routesOf(discovery.getControllers().map((wrapper) => wrapper.metatype as Type));
    const keys = ['prospect', 'owner', 'engineer', 'agent-lin', 'supervisor', 'manager', 'clerk', 'relations', 'finance', 'admin'] as const;
    colleagues = await Promise.all(keys.map((key) => world.as(key)));
  });
  afterAll(() => world?.stop());

  const ask = (route: Route, person?: Person, token = person?.token) =>
    world.http(
      route.method,
      route.path.replace(/:\w+/g, '01900000-0000-7000-8000-000000000000'),
      route.method === 'GET' || route.method === 'DELETE' ? undefined : {},
      token === undefined ? {} : { authorization: `Bearer ${token}` },
    );

  it('states who may ask', () => {
    expect(routes.length).toBeGreaterThan(40);
    expect(faults(routes)).toEqual([]);
  });

  it('would be noticed without it, or with too much', () => {
    @Controller('canary')
    class CanaryController {
      @Get('silent')
      silent(): void {}

      @Get('both')
      @Public()
      @Permission('lead.read')
      both(): void {}

      @Get('made-up')
      @Permission('lead.burn' as PermissionName)
      madeUp(): void {}
    }
    expect(faults(routesOf([CanaryController]))).toEqual([
      'CanaryController.silent states no permission',
      'CanaryController.both is open and asks for a permission',
      'CanaryController.madeUp asks for an unknown permission',
    ]);
  });

  it('is closed when it states nothing', () => {
    @Controller('canary')
    class CanaryController {
      @Get()
      silent(): string {
        return 'told';
      }
    }
    const guard = new PermissionGuard(new Reflector());
    const context = {
      getHandler: () => CanaryController.prototype.silent,
      getClass: () => CanaryController,
      switchToHttp: () => ({ getRequest: () => ({ headers: {} }) }),
    };
    expect(() => guard.canActivate(context as never)).toThrow(expect.objectContaining({ code: 'permission.denied' }));
  });

  it('is open only where that was decided', () => {
    expect(
      routes
        .filter((r) => r.open)
        .map((r) => `${r.method} ${r.path}`)
        .sort(),
    ).toEqual([...OPEN].sort());
  });

  it('is known to the server under no other name', () => {
    const served = world.app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false });
    for (const secret of ['/admin', '/debug', '/graphql']) expect(served).not.toContain(secret);
  });

  it('sends a stranger to the door, with a forged token too, and writes nothing', async () => {
    const before = await rowCounts(world);
    for (const route of routes.filter((r) => !r.open)) {
      const [nobody, forger] = [await ask(route), await ask(route, undefined, 'aa.bb.cc')];
      expect([route.name, nobody.status, forger.status]).toEqual([route.name, 401, 401]);
      expectProblem(nobody, 'session.required');
      expectProblem(forger, 'session.invalid');
    }
    expect(await rowCounts(world)).toEqual(before);
  });

  it('refuses everybody who lacks its permission, and nobody who has it', async () => {
    const before = await rowCounts(world);
    for (const route of routes.filter((r) => !r.open && r.method !== 'DELETE')) {
      for (const person of colleagues) {
        const allowed = person.me.permissions.includes(route.permission as PermissionName);
        if (allowed && route.method !== 'GET') continue;
        const answer = await ask(route, person);
        const denied = answer.body?.code === 'permission.denied';
        expect([route.name, person.key, denied]).toEqual([route.name, person.key, !allowed]);
        expect(answer.status).toBeLessThan(500);
        if (denied) expect(answer.status).toBe(403);
      }
    }
    expect(await rowCounts(world)).toEqual(before);
  });

  it('has somebody who lacks its permission, unless everybody has it', () => {
    const everybody = routes.filter(
      (r) => r.permission && colleagues.every((p) => p.me.permissions.includes(r.permission as PermissionName)),
    );
    expect([...new Set(everybody.map((r) => r.permission))].sort()).toEqual(['customer.act', 'self']);
  });
});
