/**
 * Runs a door of the server (`main`, `worker`) or a script of the tests from source, in a process of its own: the same
 * transform as the tests use, so that no build is needed first.
 */
const fs = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const { transformSync } = require('@swc/core');

const SERVER = path.resolve(__dirname, '../..');
const options = JSON.parse(fs.readFileSync(path.join(SERVER, '.swcrc'), 'utf8').replace(/"\$schema".*\n/, ''));

require.extensions['.ts'] = (module, filename) => {
  const source = fs.readFileSync(filename, 'utf8');
  const { code } = transformSync(source, {
    ...options,
    filename,
    swcrc: false,
    sourceMaps: false,
    module: { type: 'commonjs' },
  });
  module._compile(code, filename);
};

const resolve = Module._resolveFilename;
Module._resolveFilename = function (request, ...rest) {
  return resolve.call(this, request === '@guihu/shared' ? path.join(SERVER, '../shared/src/index.ts') : request, ...rest);
};

const [, , entry] = process.argv;
require(entry === 'main' || entry === 'worker' ? path.join(SERVER, 'src', `${entry}.ts`) : path.resolve(entry));
