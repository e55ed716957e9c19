import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { readAnswers } from '../../src/platform/openapi/generated';
import { openApiDocument } from '../../src/platform/openapi/openapi-document';
import { startApp, type TestApp } from '../support/app';
import { type Document, type Operation, operationsOf, routesUnder } from '../support/openapi';

const VALIDATOR = path.resolve(__dirname, '../../../node_modules/@seriousme/openapi-schema-validator/bin/validate-api-cli.js');
const WITHOUT_BUILD = 'answers.json is stale: npm run build -- --server';

describe('the published description of the API', () => {
  let world: TestApp;
  let document: Document;
  let operations: { verb: string; path: string; operation: Operation }[];

  beforeAll(async () => {
    world = await startApp();
    document = (await world.http('GET', '/api/openapi.json')).body;
    operations = operationsOf(document);
  });
  afterAll(() => world?.stop());

  it('is valid OpenAPI 3.1', async () => {
    expect(document).toMatchObject({ openapi: '3.1.0', info: { title: 'Guihu' } });
    expect(await validated(document)).toEqual({ valid: true });
  });

  it('is refused by the validator when it is wrong', async () => {
    const wrong = structuredClone(document) as any;
    wrong.paths['/api/me'].get.responses = {};
    wrong.paths['/api/me'].get.parameters = [{ name: 'x' }];
    expect(await validated(wrong)).toMatchObject({ valid: false });
  });

  it('has every route of the application and no other', () => {
    const fastify = world.app.getHttpAdapter().getInstance() as { printRoutes(options: object): string };
    const served = routesUnder(fastify.printRoutes({ commonPrefix: false }), ['/api/', '/metrics']).filter(
      (route) => !/ \/api\/(docs|openapi\.json)/.test(route),
    );
    expect(operations.map(({ verb, path }) => `${verb.toUpperCase()} ${path}`).sort()).toEqual(served.sort());
    expect(served.length).toBeGreaterThan(45);
  });

  it('answers every list with its items and where the next page begins', () => {
    const schemaOf = (operation: Operation) => operation.responses['200']?.content?.['application/json']?.schema;
    const resolved = (schema: any): any => (schema?.$ref ? document.components.schemas?.[schema.$ref.split('/').at(-1)] : schema);
    const lists = operations.filter(({ operation }) => resolved(schemaOf(operation))?.properties?.items);
    expect(lists.length).toBeGreaterThan(10);
    const halves = lists.filter(({ operation }) => !resolved(schemaOf(operation)).properties.nextCursor);
    expect(halves.map(({ verb, path }) => `${verb} ${path}`)).toEqual([]);
  });

  it('tells the shape of each answer, and that a refusal is a problem document', () => {
    const silent = operations.filter(({ operation }) =>
      Object.entries(operation.responses).some(([status, { content }]) => {
        const schemas = Object.values((content ?? {}) as Record<string, { schema: { type?: string; properties?: object } }>);
        if (!status.startsWith('2') || status === '204') return false;
        return schemas.length !== 1 || schemas.some(({ schema }) => !schema || (schema.type === 'object' && !schema.properties));
      }),
    );
    expect({ silent: silent.map(({ operation }) => operation.operationId), hint: WITHOUT_BUILD }).toEqual({
      silent: [],
      hint: WITHOUT_BUILD,
    });
    for (const { operation } of operations) {
      expect(Object.keys(operation.responses).filter((status) => status.startsWith('2'))).toHaveLength(1);
      expect(operation.responses.default).toEqual({ $ref: '#/components/responses/Problem' });
    }
    expect(answerOf('/api/staff/leads', 'get', 200)).toEqual({ $ref: '#/components/schemas/Page_StaffLeadSummary' });
    expect(answerOf('/api/staff/leads/{id}', 'get', 200)).toEqual({ $ref: '#/components/schemas/StaffLeadDetail' });
  });

  it('refers to nothing that is not there, and keeps nothing that nobody refers to', () => {
    const referred = new Set([...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/([^"]+)"/g)].map((match) => match[1]));
    const there = Object.entries(document.components)
      .filter(([kind]) => kind !== 'securitySchemes')
      .flatMap(([kind, parts]) => Object.keys(parts).map((name) => `${kind}/${name}`));
    expect([...referred].sort()).toEqual(there.sort());
  });

  it('carries words, comments, null and instants over from the contracts', () => {
    const { LeadStatus, StaffLeadSummary, StaffLeadDetail, Problem } = document.components.schemas as Record<string, any>;
    expect(LeadStatus).toEqual({ type: 'string', enum: ['received', 'offered', 'accepted', 'escalated', 'pooled', 'closed'] });
    expect(StaffLeadSummary.properties.acceptedAt).toEqual({ type: ['string', 'null'], format: 'date-time' });
    expect(StaffLeadSummary.properties.owner.type).toEqual(['object', 'null']);
    expect(StaffLeadSummary.properties.acceptBy.description).toBe('When the pending offer must be accepted; null when none waits.');
    expect(StaffLeadDetail.required).toEqual(expect.arrayContaining(['receiptNo', 'timeline', 'allowed']));
    expect(StaffLeadDetail.properties.acceptByExplanation).toEqual({
      anyOf: [{ $ref: '#/components/schemas/DueTimeExplanation' }, { type: 'null' }],
    });
    expect(Problem.properties.code).toEqual({ $ref: '#/components/schemas/ErrorCode' });
    expect(Problem.required).not.toContain('errors');
    expect(JSON.stringify(document)).not.toContain('"nullable"');
  });

  it('tells requests with what they inherit, and the limits they are judged by', () => {
    const { LeadSubmissionDto, IntentDto, CodeDto, PublishRulesDto } = document.components.schemas as Record<string, any>;
    expect(Object.keys(LeadSubmissionDto.properties).sort()).toEqual(
      ['channelCode', 'consent', 'gender', 'intent', 'liveCode', 'name', 'phone', 'projectId', 'referralCode'].sort(),
    );
    expect(LeadSubmissionDto.required.sort()).toEqual(['consent', 'name', 'projectId']);
    expect(LeadSubmissionDto.properties.name).toMatchObject({ minLength: 1, maxLength: 40 });
    expect(IntentDto.properties.areaMax).toEqual({ type: 'integer', minimum: 0, maximum: 100_000 });
    expect(CodeDto.properties.code).toMatchObject({ type: 'string', maxLength: 200 });
    expect(PublishRulesDto.properties.rules).toEqual({ type: 'array', items: { $ref: '#/components/schemas/RoutingRule' }, maxItems: 50 });
    const query = Object.fromEntries(operationAt('/api/staff/leads', 'get').parameters.map((p) => ('name' in p ? [p.name, p.schema] : [])));
    expect(query).toMatchObject({
      status: { enum: ['received', 'offered', 'accepted', 'escalated', 'pooled', 'closed'] },
      limit: { type: 'integer', minimum: 1, maximum: 100 },
      cursor: { type: 'string', maxLength: 200 },
      q: { type: 'string', maxLength: 40 },
    });
    expect(operationAt('/api/staff/lead-imports', 'post').requestBody?.content['multipart/form-data']?.schema).toMatchObject({
      properties: { file: { type: 'string', format: 'binary' } },
      required: ['file'],
    });
  });

  it('offers the Idempotency-Key to every route that creates, and to no other', () => {
    const key = { $ref: '#/components/parameters/IdempotencyKey' };
    for (const { verb, operation } of operations) {
      const creates = verb === 'post' && '201' in operation.responses;
      expect({ id: operation.operationId, key: operation.parameters.some((p) => '$ref' in p && p.$ref === key.$ref) }).toEqual({
        id: operation.operationId,
        key: creates,
      });
    }
    expect(document.components.parameters?.IdempotencyKey).toMatchObject({ name: 'Idempotency-Key', in: 'header', required: false });
  });

  it('says of each route whether it asks for a token, as the route itself does', async () => {
    const asked = await Promise.all(
      operations.map(async ({ verb, path: route, operation }) => {
        const { status, body } = await world.http(
          verb.toUpperCase(),
          route.replaceAll(/\{\w+\}/g, 'nothing'),
          verb === 'get' ? undefined : {},
        );
        return { id: operation.operationId, wants: status === 401 && body.code === 'session.required' };
      }),
    );
    expect(asked).toEqual(operations.map(({ operation }) => ({ id: operation.operationId, wants: operation.security !== undefined })));
    expect(document.components.securitySchemes?.bearer).toMatchObject({ type: 'http', scheme: 'bearer' });
    expect(operationAt('/api/staff/leads', 'get')['x-permission']).toBe('lead.read');
  });

  it('is made without what the build generates too, only with less in it', async () => {
    const poor = openApiDocument(world.app, readAnswers('/nowhere/answers.json'), new Map());
    expect(Object.keys(poor.paths).sort()).toEqual(Object.keys(document.paths).sort());
    expect(await validated(poor)).toEqual({ valid: true });
  });

  const operationAt = (route: string, verb: string): Operation => {
    const operation = document.paths[route]?.[verb];
    if (!operation) throw new Error(`no ${verb} ${route}`);
    return operation;
  };
  const answerOf = (route: string, verb: string, status: number) =>
    operationAt(route, verb).responses[status].content['application/json'].schema;
});

/** The validator speaks modules only, so it is run as its own program. */
async function validated(document: object): Promise<{ valid: boolean }> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'guihu-openapi-'));
  try {
    const file = path.join(folder, 'openapi.json');
    writeFileSync(file, JSON.stringify(document));
    const { stdout } = await promisify(execFile)(process.execPath, [VALIDATOR, file]).catch((error: { stdout: string }) => error);
    return JSON.parse(stdout);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
