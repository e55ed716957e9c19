import { createApp, prepare } from './bootstrap';
import { type Config, ConfigError, readConfig } from './config/config';
import { JobRunner } from './platform/jobs/job-runner';
import { sayStartFailure } from './start-failure';
import { welcome } from './welcome';

/** The HTTP door; background work runs behind it too, unless JOBS=off leaves it to worker processes. */
async function main(): Promise<void> {
  const config = settings();
  const clock = await prepare(config);
  const app = await createApp(config, clock);
  await app.listen(config.port, config.host);
  if (config.jobs.enabled) app.get(JobRunner).start(config.jobs.concurrency);
  process.stdout.write(welcome(config));
}

function settings(): Config {
  try {
    return readConfig();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

main().catch((error: Error) => {
  process.stderr.write(`${sayStartFailure(error) ?? error.stack}\n`);
  process.exit(1);
});
