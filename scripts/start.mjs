import { spawn } from 'node:child_process';
import { build } from './build.mjs';
import { ROOT } from './processes.mjs';

// Everything that is missing is made first, so that one command is enough on a fresh machine.
try {
  await build(['server', 'h5']);
} catch (error) {
  console.error(error.message);
  console.error('Guihu was not started: its build failed; the reason is above.');
  process.exit(1);
}

const server = spawn(process.execPath, ['--enable-source-maps', 'server/dist/main.js', ...process.argv.slice(2)], { cwd: ROOT, stdio: 'inherit' });

// A terminal sends Ctrl-C to the whole group; the server has it already, and a second one would cut its goodbye short.
process.on('SIGINT', () => process.stdin.isTTY || server.kill('SIGINT'));
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal));

server.on('error', (error) => {
  console.error(`Guihu could not be started: ${error.message}`);
  process.exit(1);
});
server.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
