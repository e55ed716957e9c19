import type { FastifyPluginAsync } from 'fastify';
import { serveApi } from './routes/api-route';
import { codePictureRoutes } from './routes/code-picture.routes';
import { controlRoutes } from './routes/control.routes';
import { followerRoutes } from './routes/follower.routes';
import { loginRoutes } from './routes/login.routes';
import { messageRoutes } from './routes/message.routes';
import { pageRoutes } from './routes/page.routes';
import { tokenRoutes } from './routes/token.routes';
import { SimulatedWechat } from './simulated-wechat';
import type { SimulatorOptions } from './simulator.options';
import { WechatError } from './wire';

const ROUTES = [tokenRoutes, loginRoutes, messageRoutes, followerRoutes, codePictureRoutes];

export type WechatSimulator = FastifyPluginAsync & {
  /** The world behind the door, for those who mounted it. */
  readonly wechat: SimulatedWechat;
};

/**
 * A local WeChat as a Fastify plugin: `fastify.register(wechatSimulator(options), { prefix: '/wechat' })`.
 * The API base is then `<origin>/wechat`, the control API `/wechat/__sim`, the phones `/wechat`.
 */
export function wechatSimulator(options: SimulatorOptions): WechatSimulator {
  const wechat = new SimulatedWechat(options);
  const plugin: FastifyPluginAsync = async (scope) => {
    // Bodies stay text whatever their type says: the platform looks at them itself, after method and token.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
    scope.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
      options.onProblem?.(`The simulator failed: ${error.message}`);
      return reply.code(error.statusCode ?? 500).send(new WechatError(-1).toBody());
    });
    scope.setNotFoundHandler((_request, reply) => reply.send(new WechatError(40066).toBody()));
    for (const route of ROUTES.flatMap((routesOf) => routesOf(wechat))) serveApi(scope, wechat, route);
    await scope.register(async (control) => controlRoutes(control, wechat), { prefix: '/__sim' });
    pageRoutes(scope, scope.prefix);
    scope.addHook('onClose', () => wechat.close());
  };
  return Object.assign(plugin, { wechat });
}
