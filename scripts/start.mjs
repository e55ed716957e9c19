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

const server = spawn(process.execPath, ['--enable-source-maps', 'server/dist/main.js', ...process.argv.slice(2)], {
  cwd: ROOT,
  stdio: 'inherit',
});

let askedToStop = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    askedToStop = true;
    // A terminal sends Ctrl-C to the whole group; the server has it already, and a second one would cut its goodbye short.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) server.kill(signal);
  });
}

server.on('error', (error) => {
  console.error(`Guihu could not be started: ${error.message}`);
  process.exit(1);
});
// Ending by the signal that we passed on is what was asked for; by any other it is a failure.
server.on('exit', (code) => process.exit(code ?? (askedToStop ? 0 : 1)));
