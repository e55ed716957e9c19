import 'reflect-metadata';
import { existsSync } from 'node:fs';
import path from 'node:path';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import fastifyStatic from '@fastify/static';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import { AppModule } from './app.module';
import type { Config } from './config/config';
import { CAST } from './integrations/wechat/simulator/cast';
import { wechatSimulator } from './integrations/wechat/simulator/simulator.plugin';
import { TEMPLATE_CATALOGUE } from './integrations/wechat/template-catalogue';
import metadata from './metadata';
import { type Clock, SystemClock } from './platform/clock/clock';
import { startSimulatedClock } from './platform/clock/clock-keeper';
import { FieldCipher } from './platform/crypto/field-cipher';
import { dataSourceOptions, openDataSource } from './platform/database/data-source';
import { hangUpOnUnreadBodies } from './platform/http/unread-body';
import { refuseAddress, refuseBytes } from './platform/http/wire-refusals';
import { newCorrelationId, withCorrelation } from './platform/logging/correlation';
import { Log } from './platform/logging/log';
import { NestLog } from './platform/logging/nest-log';
import { Metrics } from './platform/metrics/metrics';
import { readAnswers, requestClasses } from './platform/openapi/generated';
import { openApiDocument } from './platform/openapi/openapi-document';
import { schema } from './schema';
import { seed, seedBasics } from './seeds/seed';

const BODY_LIMIT = 256 * 1024;
const UPLOAD_LIMIT = 20 * 1024 * 1024;
/** Written by the build, like ./metadata. */
const ANSWERS = path.join(__dirname, 'answers.json');
const H5 = path.resolve(__dirname, '../../miniapp/dist/h5');

/** Brings the database to the current schema, fills an empty one, and answers the clock the application lives by. */
export async function prepare(config: Config): Promise<Clock> {
  const dataSource = await openDataSource(dataSourceOptions(config, schema));
  try {
    await dataSource.runMigrations({ transaction: 'each' });
    const means = { cipher: new FieldCipher(config), now: new SystemClock().wall() };
    if (config.production) {
      await seedBasics(dataSource, means);
      return new SystemClock();
    }
    const clock = config.wechat.simulator ? await startSimulatedClock(dataSource, new SystemClock().wall()) : new SystemClock();
    await seed(dataSource, { ...means, now: clock.now() });
    return clock;
  } finally {
    await dataSource.destroy();
  }
}

/** The application, ready to listen. */
export async function createApp(config: Config, clock: Clock): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    trustProxy: config.trustedProxies.length > 0 ? config.trustedProxies : false,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: refuseAddress,
    clientErrorHandler: refuseBytes,
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config, clock), adapter, {
    logger: new NestLog(config.logLevel),
    rawBody: true,
  });
  app.enableShutdownHooks();
  await addHooks(app, config, clock);
  await addPlugins(app, config, clock);
  await addDocs(app);
  await app.init();
  return app;
}

async function addHooks(app: NestFastifyApplication, config: Config, clock: Clock): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  const metrics = app.get(Metrics);
  fastify.addHook('onRequest', (request, reply, done) => {
    const given = request.headers['x-correlation-id'];
    const id = typeof given === 'string' && /^[\w-]{8,60}$/.test(given) ? given : newCorrelationId();
    reply.header('X-Correlation-Id', id);
    // Answers are about people: nothing between here and their phone keeps one.
    if (request.url.startsWith('/api/')) reply.header('Cache-Control', 'no-store');
    if (config.wechat.simulator) reply.header('X-Guihu-Now', clock.date().toISOString());
    withCorrelation(id, done);
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unmatched';
    metrics.http.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
    done();
  });
  hangUpOnUnreadBodies(fastify);
  // WeChat's callbacks are XML; they are read as text, whole, because their signature covers it.
  fastify.addContentTypeParser(['text/xml', 'application/xml'], { parseAs: 'string' }, (_request, body, done) => done(null, body));
}

async function addPlugins(app: NestFastifyApplication, config: Config, clock: Clock): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        mediaSrc: ["'self'", 'blob:'],
        connectSrc: ["'self'"],
        frameAncestors: ["'self'"],
        upgradeInsecureRequests: config.production ? [] : null,
      },
    },
    strictTransportSecurity: config.production,
  });
  await app.register(multipart, { limits: { fileSize: UPLOAD_LIMIT, files: 1, fields: 10, fieldSize: 10_000 } });
  if (existsSync(H5)) {
    await app.register(fastifyStatic, {
      root: H5,
      prefix: '/',
      wildcard: false,
      setHeaders: (reply, file) =>
        reply.setHeader('cache-control', /\.[0-9a-f]{8,}\./.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache'),
    });
  }
  if (config.wechat.simulator) await app.register(simulatorOf(app, config, clock), { prefix: '/wechat' });
}

/** The local WeChat on the application's own port; it calls back like the real one, over HTTP. */
function simulatorOf(app: NestFastifyApplication, config: Config, clock: Clock) {
  const { miniProgram, officialAccount } = config.wechat;
  const own = (route: string) => () => {
    const address = app.getHttpServer().address();
    return address && typeof address === 'object' ? `http://127.0.0.1:${address.port}${route}` : null;
  };
  return wechatSimulator({
    now: () => clock.date(),
    callbackUrls: { officialAccount: own('/api/wechat/official-account'), miniProgram: own('/api/wechat/mini-program') },
    apps: {
      mp: {
        appid: miniProgram.appId,
        secret: miniProgram.secret,
        token: miniProgram.token,
        ...(miniProgram.aesKey ? { aesKey: miniProgram.aesKey } : {}),
      },
      oa: { appid: officialAccount.appId, secret: officialAccount.secret, token: officialAccount.token, aesKey: officialAccount.aesKey },
    },
    personas: CAST,
    templates: TEMPLATE_CATALOGUE,
    statePath: path.join(config.dataDir, 'wechat-simulator.json'),
    onProblem: (sentence) => app.get(Log).warn({}, sentence),
  });
}

async function addDocs(app: NestFastifyApplication): Promise<void> {
  await SwaggerModule.loadPluginMetadata(metadata);
  const classes = await requestClasses(metadata);
  // Made when first asked for: a process that nobody asks keeps the memory.
  SwaggerModule.setup('api/docs', app, () => openApiDocument(app, readAnswers(ANSWERS), classes), { jsonDocumentUrl: 'api/openapi.json' });
}
