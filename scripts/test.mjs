import { build } from './build.mjs';
import { ensureMetadataExists } from './generate-metadata.mjs';
import { ensureInstalled } from './install.mjs';
import { seconds } from './processes.mjs';
import { LEGS, sum } from './test-legs.mjs';

const requireAll = process.env.GUIHU_REQUIRE_ALL_LEGS === '1';

/** `--only unit,weapp`; ends the program when a name is unknown, so that a typing error cannot pass for a green run. */
function selection(options) {
  if (options.length === 0) return LEGS;
  const names = (options[0] === '--only' ? options[1] : options[0].replace(/^--only=/, ''))?.split(',') ?? [];
  const unknown = names.filter((name) => !LEGS.some((leg) => leg.name === name));
  if (names.length === 0 || unknown.length > 0 || !options[0].startsWith('--only')) {
    console.error(`Usage: npm test [-- --only ${LEGS.map((leg) => leg.name).join(',')}]`);
    process.exit(2);
  }
  return LEGS.filter((leg) => names.includes(leg.name));
}

async function play(leg) {
  console.log(`\n── ${leg.name} ${'─'.repeat(60 - leg.name.length)}`);
  const startedAt = performance.now();
  let outcome;
  try {
    if (leg.needs.length > 0) await build(leg.needs);
    outcome = await leg.run();
  } catch (error) {
    console.log(error.stack ?? error.message);
    outcome = { passed: 0, failed: 1, skipped: 0 };
  }
  return { name: leg.name, took: seconds(startedAt), ...outcome };
}

function line({ name, took, notRun, passed, failed, skipped }) {
  if (notRun) return `${requireAll ? 'FAIL' : '--  '} ${name.padEnd(20)} did not run: ${notRun}`;
  return `${failed > 0 ? 'FAIL' : 'ok  '} ${name.padEnd(20)} ran: ${totals({ passed, failed, skipped })} in ${took}`;
}

const totals = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

const legs = selection(process.argv.slice(2));
await ensureInstalled();
ensureMetadataExists();
// A signal ends what runs now; the leg still cleans up behind itself (its databases), and no further one begins.
let interrupted = false;
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    interrupted = true;
  });
}
const results = [];
for (const leg of legs) if (!interrupted) results.push(await play(leg));

console.log(`\n── which legs ran ${'─'.repeat(44)}`);
for (const result of results) console.log(line(result));
for (const leg of LEGS.filter((leg) => !legs.includes(leg))) console.log(`--   ${leg.name.padEnd(20)} did not run: not named by --only`);
const all = sum(results.map((result) => (result.notRun ? { passed: 0, failed: requireAll ? 1 : 0, skipped: 0 } : result)));
process.exitCode = all.failed > 0 || interrupted ? 1 : 0;
console.log(totals(all));
