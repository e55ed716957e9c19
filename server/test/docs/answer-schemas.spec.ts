import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const GENERATOR = path.resolve(__dirname, '../../../scripts/answer-schemas.mjs');
const CONTRACTS = `
  export const WORDS = { a: 1, b: 2 } as const;
  export type Word = keyof typeof WORDS;
  /** Refused. */
  export interface Problem { code: Word }
  export interface Tree { name: string; children: Tree[] }
  export interface Page<T> { items: T[]; nextCursor: string | null }
`;

/** What is generated for a controller whose routes answer these types. */
async function described(types: readonly string[]): Promise<{ answers: any[]; schemas: any }> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'guihu-answers-'));
  const file = (name: string) => path.join(folder, name);
  try {
    writeFileSync(file('contracts.ts'), CONTRACTS);
    writeFileSync(
      file('thing.controller.ts'),
      `import type { Page, Tree, Word } from './contracts';
       const Controller = () => (_: unknown, __?: unknown) => {}; const Get = () => (_: unknown, __: unknown, ___?: unknown) => {};
       @Controller() export class ThingController {
         inner(): Date { return new Date(0); }
         ${types.map((type, index) => `@Get() r${index}(): ${type} { throw new Error(); }`).join('\n')}
       }`,
    );
    const program = `import typescript from 'typescript'; import { answerSchemas } from ${JSON.stringify(pathToFileURL(GENERATOR).href)};
      const options = { strict: true, experimentalDecorators: true, target: 9, lib: ['lib.es2022.d.ts'], types: [] };
      console.log(JSON.stringify(answerSchemas(typescript.createProgram(['thing.controller.ts', 'contracts.ts'].map((f) => ${JSON.stringify(folder)} + '/' + f), options), ${JSON.stringify(file('contracts.ts'))})));`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], { cwd: __dirname });
    const { answers, schemas } = JSON.parse(stdout);
    return { answers: Object.entries(answers).map(([id, answer]) => ({ id, answer })), schemas };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const word = { $ref: '#/components/schemas/Word' };

describe('the shape of an answer, read from its type', () => {
  it('is told for every route and no other method, with null, unions and instants as they travel', async () => {
    const cases: [string, unknown][] = [
      ['Promise<void>', null],
      ['{ n: number | null; word?: Word }', { n: { type: ['number', 'null'] }, word }],
      ['{ on: boolean | null; at: string }', { on: { type: ['boolean', 'null'] }, at: { type: 'string', format: 'date-time' } }],
      ['{ word: Word | null }', { word: { anyOf: [word, { type: 'null' }] } }],
      ["{ to: 'x' | null }", { to: { anyOf: [{ type: 'string', const: 'x' }, { type: 'null' }] } }],
      ["Promise<Omit<Tree, 'children'>>", { name: { type: 'string' } }],
      ['{ counts: Record<string, number> }', { counts: { type: 'object', additionalProperties: { type: 'number' } } }],
    ];
    const { answers } = await described(cases.map(([type]) => type));
    expect(answers.map(({ id, answer }) => [id, answer?.properties ?? answer])).toEqual(
      cases.map(([, properties], index) => [`ThingController_r${index}`, properties]),
    );
  });

  it('names generic shapes, and lets a shape hold itself', async () => {
    const { answers, schemas } = await described(['Promise<Page<Tree>>']);
    expect(answers[0].answer).toEqual({ $ref: '#/components/schemas/Page_Tree' });
    expect(schemas.Tree.properties.children).toEqual({ type: 'array', items: { $ref: '#/components/schemas/Tree' } });
    expect(schemas.Problem).toMatchObject({ description: 'Refused.', required: ['code'] });
  });

  it.each(['Promise<{ at: Date }>', '{ say(): string }', 'bigint'])(
    '%s is refused by the build, with the name of the route',
    async (type) => {
      await expect(described([type])).rejects.toThrow('The answer of ThingController_r0 cannot be described');
    },
  );
});
