import { existsSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ROOT } from './processes.mjs';

const FOLDER = path.join(ROOT, 'server/src');
const FILE = path.join(FOLDER, 'metadata.ts');

/** What imports metadata.ts must be able to resolve it before it was ever generated. */
export function ensureMetadataExists() {
  if (!existsSync(FILE)) writeFileSync(FILE, 'export default async () => ({});\n');
}

/** Writes server/src/metadata.ts: what OpenAPI says of each DTO, read from its types, so that swc and Jest need no decorators for it. */
export function generateMetadata() {
  ensureMetadataExists();
  const require = createRequire(path.join(ROOT, 'server/package.json'));
  const { PluginMetadataGenerator } = require('@nestjs/cli/lib/compiler/plugins/plugin-metadata-generator');
  const { ReadonlyVisitor } = require('@nestjs/swagger/plugin');
  const typescript = require('typescript');
  const config = typescript.readConfigFile(path.join(ROOT, 'server/tsconfig.json'), typescript.sys.readFile).config;
  const { options, fileNames } = typescript.parseJsonConfigFileContent(config, typescript.sys, path.join(ROOT, 'server'));
  // Only what declares shapes or routes; types that they use are found from there.
  const roots = fileNames.filter((file) => /\/server\/src\/.*\.(dto|controller)\.ts$/.test(file));
  new PluginMetadataGenerator().generate({
    visitors: [new ReadonlyVisitor({ introspectComments: true, classValidatorShim: true, esmCompatible: false, pathToSource: FOLDER })],
    outputDir: FOLDER,
    tsProgramRef: typescript.createProgram(roots, options),
  });
}
