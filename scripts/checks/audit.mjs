import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT, runNpm } from '../processes.mjs';

const EXCEPTIONS = 'docs/audit-exceptions.json';
const SERIOUS = ['high', 'critical'];

/** `[{"package": "name", "reason": "why this advisory cannot reach us"}]` */
function exceptions() {
  const file = path.join(ROOT, EXCEPTIONS);
  const list = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
  const unreasoned = list.filter((entry) => !entry.package || !entry.reason?.trim());
  return { named: new Set(list.map((entry) => entry.package)), unreasoned };
}

function answer(text) {
  try {
    const parsed = JSON.parse(text);
    return parsed.vulnerabilities ? parsed : null;
  } catch {
    return null;
  }
}

/**
 * Known serious vulnerabilities in what is installed for production.
 * @returns {Promise<{problems: string[], note?: string}>} a registry that does not answer is a note, not a problem
 */
export async function checkAudit() {
  const { named, unreasoned } = exceptions();
  if (unreasoned.length > 0) return { problems: [`${EXCEPTIONS}: every entry needs a package and a reason`] };
  const { stdout } = await runNpm(['audit', '--omit=dev', '--audit-level=high', '--json', '--fetch-retries=0', '--fetch-timeout=20000'], {
    timeoutSeconds: 60,
  });
  const report = answer(stdout);
  if (!report) return { problems: [], note: 'not asked: the registry does not answer audits' };
  const serious = Object.values(report.vulnerabilities).filter((found) => SERIOUS.includes(found.severity));
  const problems = serious
    .filter((found) => !named.has(found.name))
    .map((found) => {
      const titles = found.via.map((cause) => cause.title ?? `through ${cause}`);
      return `${found.name} ${found.range}: ${found.severity}, ${[...new Set(titles)].join('; ')}`;
    });
  const excused = serious.length - problems.length;
  return { problems, note: excused > 0 ? `${excused} named with a reason in ${EXCEPTIONS}` : undefined };
}
