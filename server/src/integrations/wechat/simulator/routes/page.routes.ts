import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';

/** The page's own files stay beside the source; a compiled server that was built without them reads them from there. */
const FOLDERS = [join(__dirname, '../page'), join(__dirname, '../../../../../src/integrations/wechat/simulator/page')];

const FILES = [
  ['phones.css', 'text/css; charset=utf-8'],
  ['phones.js', 'text/javascript; charset=utf-8'],
  ['phones.html', 'text/html; charset=utf-8'],
] as const;

/** The phones of the cast, drawn for people. `basePath` is where the simulator is mounted. */
export function pageRoutes(scope: FastifyInstance, basePath: string): void {
  const folder = FOLDERS.find((candidate) => existsSync(join(candidate, 'phones.html')));
  if (!folder) throw new Error('The files of the phone page are missing beside the simulator');
  for (const [name, type] of FILES) {
    const text = readFileSync(join(folder, name), 'utf8').replaceAll('{{base}}', basePath);
    const url = name === 'phones.html' ? '/' : `/${name}`;
    scope.get(url, (_request, reply) => reply.type(type).header('cache-control', 'no-cache').send(text));
  }
}
