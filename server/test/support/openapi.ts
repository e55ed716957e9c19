import Ajv, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import type { Answer } from './app';

export type Operation = {
  operationId: string;
  parameters: ({ $ref: string } | { name: string; in: string; schema: any })[];
  requestBody?: { content: Record<string, { schema: any }> };
  responses: Record<string, any>;
  security?: Record<string, string[]>[];
  'x-permission'?: string;
};
export type Document = { paths: Record<string, Record<string, Operation>>; components: Record<string, Record<string, any>> };

export const operationsOf = (document: Document): { verb: string; path: string; operation: Operation }[] =>
  Object.entries(document.paths).flatMap(([path, item]) => Object.entries(item).map(([verb, operation]) => ({ verb, path, operation })));

/** Judges what really travels by what the document says, more strictly: a field that is not described has leaked. */
export class Judge {
  private readonly ajv = new Ajv({ strict: false, allErrors: true });
  readonly judged = new Set<string>();

  constructor(private readonly document: Document) {
    addFormats(this.ajv);
    this.ajv.addSchema(closed(document) as object, 'api');
  }

  /** What the answer of `GET /api/leads/{id}` breaks; nothing when it is as described. */
  answer(route: string, answer: Answer): string[] {
    const [verb = '', path = ''] = route.split(' ');
    const operation = this.document.paths[path]?.[verb.toLowerCase()];
    if (!operation) return [`${route} is not in the document`];
    const described = operation.responses[answer.status] ? String(answer.status) : 'default';
    const type = answer.headers.get('content-type')?.split(';')[0] ?? '';
    const response = described === 'default' ? this.document.components.responses?.Problem : operation.responses[described];
    const media = Object.keys(response.content ?? {}).find((key) => key.split(';')[0] === type);
    if (!response.content) return answer.body === '' ? [] : [`${route} ${answer.status} should have no body`];
    if (!media) return [`${route} ${answer.status} is ${type}, not ${Object.keys(response.content)}`];
    this.judged.add(`${route} ${described}`);
    const place =
      described === 'default'
        ? ['components', 'responses', 'Problem', 'content', media, 'schema']
        : ['paths', path, verb.toLowerCase(), 'responses', described, 'content', media, 'schema'];
    return this.complaints(this.schemaAt(place), answer.body, route);
  }

  /** What a request body breaks of the class that takes it. */
  request(name: string, body: unknown): string[] {
    return this.complaints(this.schemaAt(['components', 'schemas', name]), body, name);
  }

  private schemaAt(place: string[]): ValidateFunction {
    const pointer = place.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');
    return this.ajv.compile({ $ref: `api#/${pointer}` });
  }

  private complaints(validate: ValidateFunction, value: unknown, what: string): string[] {
    if (validate(value)) return [];
    return (validate.errors ?? []).map((e) => `${what} ${e.instancePath || '/'} ${e.message} ${JSON.stringify(e.params)}`);
  }
}

/** Every object that names its properties has no others. */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, closed(inner)]));
  const isShape = [copy.type].flat().includes('object') && typeof copy.properties === 'object';
  return isShape && !('additionalProperties' in copy) ? { ...copy, additionalProperties: false } : copy;
}

/** `GET /api/leads/{id}` of every route that Fastify knows under a prefix, read from its own drawing of the tree. */
export function routesUnder(drawing: string, prefixes: readonly string[]): string[] {
  const above: string[] = [];
  const routes: string[] = [];
  for (const line of drawing.split('\n')) {
    const [, indent = '', segment = '', verbs = ''] = /^([│├└─ ]*)(\S+) \(([A-Z, ]+)\)$/.exec(line) ?? [];
    if (!segment) continue;
    const depth = indent.length / 4;
    above.splice(depth - 1, above.length, segment);
    const path = `/${above.join('')}`.replaceAll(/\/+/g, '/').replaceAll(/:(\w+)/g, '{$1}');
    if (!prefixes.some((prefix) => path.startsWith(prefix))) continue;
    for (const verb of verbs.split(', ')) if (verb !== 'HEAD') routes.push(`${verb} ${path}`);
  }
  return routes;
}
