import fastify from 'fastify';
import { SystemClock } from '../../../platform/clock/clock';
import { TEMPLATE_CATALOGUE } from '../template-catalogue';
import { CAST, SIMULATED_APPS } from './cast';
import type { SimulatorOptions } from './simulator.options';
import { wechatSimulator } from './simulator.plugin';

/** Listens on `port` (0 for any free one) with the default cast and answers the API base and a way to stop. */
export async function startSimulator(port: number, options: Partial<SimulatorOptions> = {}) {
  const clock = new SystemClock();
  const simulator = wechatSimulator({
    now: () => clock.date(),
    callbackUrls: { officialAccount: null, miniProgram: null },
    apps: SIMULATED_APPS,
    personas: CAST,
    templates: TEMPLATE_CATALOGUE,
    ...options,
  });
  const server = fastify({ forceCloseConnections: true, bodyLimit: 1_048_576 });
  await server.register(simulator, { prefix: '/wechat' });
  const origin = await server.listen({ port, host: '127.0.0.1' });
  return { baseUrl: `${origin}/wechat`, wechat: simulator.wechat, close: () => server.close() };
}

/** `node stand-alone.js PORT [callback URL of the account] [callback URL of the mini-program]` */
async function main(): Promise<void> {
  const [port = '', officialAccount = null, miniProgram = null] = process.argv.slice(2);
  if (!/^\d{1,5}$/.test(port)) throw new Error('The first argument must be the port to listen on');
  const onProblem = (sentence: string) => process.stderr.write(`${sentence}\n`);
  const running = await startSimulator(Number(port), { callbackUrls: { officialAccount, miniProgram }, onProblem });
  process.stdout.write(`${JSON.stringify({ baseUrl: running.baseUrl })}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void running.close().then(() => process.exit(0)));
}

if (require.main === module) void main();
