import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { GeneratedAnswers, Model, Schema, Schemas } from './generated';
import { limitsOf, withLimits } from './limits';
import { BEARER, type Components, completed, IDEMPOTENCY_KEY_PARAMETER, PROBLEM_RESPONSE } from './operation';
import { routeFacts } from './route-facts';

const VERBS = ['get', 'post', 'put', 'delete'] as const;

/**
 * The API as OpenAPI 3.1: what Nest's scanner finds, with the shape of each answer and refusal, who may ask, and the limits
 * that requests are judged by.
 */
export function openApiDocument(app: INestApplication, generated: GeneratedAnswers, classes: ReadonlyMap<string, Model>): OpenAPIObject {
  const options = new DocumentBuilder()
    .setTitle('Guihu')
    .setDescription('Times are ISO 8601 UTC, money is in fen. A list goes on with `cursor` until `nextCursor` is null.')
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'The token of `POST /api/sessions`.' }, BEARER)
    .build();
  const document = SwaggerModule.createDocument(app, options);
  const facts = routeFacts(app);
  for (const item of Object.values(document.paths)) {
    for (const verb of VERBS) {
      const operation = item[verb];
      const known = facts.get(operation?.operationId ?? '');
      if (operation && known) item[verb] = completed(verb, operation, known, generated.answers[operation.operationId ?? '']);
    }
  }
  return { ...document, components: componentsOf(document.components ?? {}, generated, classes) };
}

function componentsOf(found: Components, generated: GeneratedAnswers, classes: ReadonlyMap<string, Model>): Components {
  const requests = Object.entries(found.schemas ?? {}).map(([name, schema]) => {
    const request = classes.get(name);
    return [name, request ? limited(schema, request, generated.inputs[name] ?? {}) : schema];
  });
  return {
    ...found,
    schemas: { ...(Object.fromEntries(requests) as Schemas), ...generated.schemas },
    parameters: { IdempotencyKey: IDEMPOTENCY_KEY_PARAMETER },
    ...('Problem' in generated.schemas ? { responses: { Problem: PROBLEM_RESPONSE } } : {}),
  };
}

function limited(schema: Schema, request: Model, shapes: Schemas): Schema {
  if ('$ref' in schema) return schema;
  const limits = limitsOf(request);
  const properties = Object.entries({ ...schema.properties, ...shapes }).map(([name, property]) => [
    name,
    withLimits(property, limits.get(name) ?? []),
  ]);
  // Unknown fields are refused.
  return { ...schema, properties: Object.fromEntries(properties) as Schemas, additionalProperties: false };
}
