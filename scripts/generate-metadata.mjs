import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ROOT } from './processes.mjs';

const FOLDER = path.join(ROOT, 'server/src');
const CONTRACTS = path.join(ROOT, 'shared/src/index.ts');

/** What is generated, from the root, with what stands there before: the server must start without it too. */
const STUBS = {
  'server/src/metadata.ts': 'export default async () => ({});\n',
  'server/src/answers.json': '{ "schemas": {}, "answers": {}, "inputs": {} }\n',
};
export const GENERATED = Object.keys(STUBS);

const isMissing = (file) => !existsSync(path.join(ROOT, file));

/** What imports metadata.ts must be able to resolve it before it was ever generated. */
export function ensureMetadataExists() {
  for (const file of GENERATED.filter(isMissing)) writeFileSync(path.join(ROOT, file), STUBS[file]);
}

const isStub = (file) => isMissing(file) || readFileSync(path.join(ROOT, file), 'utf8') === STUBS[file];

/** For tests in a tree that was never built. What is merely stale is renewed by the build. */
export async function ensureMetadataIsGenerated() {
  if (GENERATED.some(isStub)) await generateMetadata();
}

/**
 * Writes server/src/metadata.ts (what OpenAPI says of each DTO, read from its types, so that swc and Jest need no decorators
 * for it) and server/src/answers.json (what each route answers, read from the return types of the controllers).
 */
export async function generateMetadata() {
  ensureMetadataExists();
  const require = createRequire(path.join(ROOT, 'server/package.json'));
  const { PluginMetadataGenerator } = require('@nestjs/cli/lib/compiler/plugins/plugin-metadata-generator');
  const { ReadonlyVisitor } = require('@nestjs/swagger/plugin');
  const typescript = require('typescript');
  const { answerSchemas } = await import('./answer-schemas.mjs');
  const config = typescript.readConfigFile(path.join(ROOT, 'server/tsconfig.json'), typescript.sys.readFile).config;
  const { options, fileNames } = typescript.parseJsonConfigFileContent(config, typescript.sys, path.join(ROOT, 'server'));
  // Only what declares shapes or routes; types that they use are found from there.
  const roots = fileNames.filter((file) => /\/server\/src\/.*\.(dto|controller)\.ts$/.test(file));
  const program = typescript.createProgram(roots, options);
  const visitor = new ReadonlyVisitor({
    introspectComments: true,
    classValidatorShim: true,
    esmCompatible: false,
    // A shape that one route alone takes stands beside it.
    dtoFileNameSuffix: ['.dto.ts', '.controller.ts'],
    pathToSource: FOLDER,
  });
  new PluginMetadataGenerator().generate({ visitors: [visitor], outputDir: FOLDER, tsProgramRef: program });
  writeFileSync(path.join(FOLDER, 'answers.json'), `${JSON.stringify(answerSchemas(program, CONTRACTS), null, 1)}\n`);
}
