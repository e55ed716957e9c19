import { existsSync, readFileSync } from 'node:fs';
import type { OpenAPIObject } from '@nestjs/swagger';

export type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;
export type Schema = Schemas[string];

/** What the build reads from types and decorators cannot say. */
export interface GeneratedAnswers {
  schemas: Schemas;
  /** By operation id; null where nothing is answered. */
  answers: Record<string, Schema | null>;
  /** Request class → property → its shape, where that is an interface of the contracts. */
  inputs: Record<string, Schemas>;
}

const NOTHING: GeneratedAnswers = { schemas: {}, answers: {}, inputs: {} };

/** Read when somebody asks for the document, so that it costs neither start nor memory before. A build that left none is no reason to fail. */
export const readAnswers = (file: string): GeneratedAnswers =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as GeneratedAnswers) : NOTHING;

export type Model = abstract new (...args: never[]) => unknown;
/** What the swagger plugin generates: modules with the classes that each declares. */
export type PluginMetadata = () => Promise<Record<string, unknown>>;

/** Request classes by name, which is how the document calls them. */
export async function requestClasses(metadata: PluginMetadata): Promise<Map<string, Model>> {
  const { models = [] } = ((await metadata())['@nestjs/swagger'] ?? {}) as { models?: [Promise<Record<string, Model>>, object][] };
  const named = await Promise.all(
    models.map(async ([file, classes]) => {
      const exported = await file;
      return Object.keys(classes).flatMap((name) => (exported[name] ? [[name, exported[name]] as const] : []));
    }),
  );
  return new Map(named.flat());
}
