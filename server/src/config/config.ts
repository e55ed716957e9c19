import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import path from 'node:path';

export type DatabaseTarget = { kind: 'sqlite'; file: string } | { kind: 'mysql' | 'mariadb'; url: string };

export interface WechatAppConfig {
  appId: string;
  secret: string;
  token: string;
  /** 43 characters; empty switches the callback to plain mode. */
  aesKey: string;
}

/** An S3-compatible bucket; the secret is in no sentence and no log line. */
export interface BucketConfig {
  endpoint: string;
  region: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** `endpoint/bucket/key` instead of `bucket.endpoint/key`. */
  forcePathStyle: boolean;
}

/** Where photos and videos lie. */
export type StorageTarget = { kind: 'local'; folder: string } | ({ kind: 's3' } & BucketConfig);

export interface Config {
  production: boolean;
  port: number;
  host: string;
  publicUrl: string;
  dataDir: string;
  database: DatabaseTarget;
  databasePoolSize: number;
  storage: StorageTarget;
  wechat: {
    simulator: boolean;
    endpoint: string;
    miniProgram: WechatAppConfig;
    officialAccount: WechatAppConfig;
    /** Template key → id at WeChat, for the official account and the mini-program. */
    templates: { officialAccount: Record<string, string>; miniProgram: Record<string, string> };
  };
  keys: {
    /** First entry encrypts; all of them decrypt. */
    field: { id: string; key: Buffer }[];
    index: Buffer;
    session: Buffer;
  };
  sessionMinutes: number;
  /** Percent of the business that is to come by recommendation (K7). */
  referralShareTarget: number;
  /** Beijing time of day between which nobody is disturbed. */
  quietHours: { from: string; to: string };
  jobs: { enabled: boolean; concurrency: number };
  rateLimit: { perMinute: number; publicPerMinute: number };
  /** Whose `X-Forwarded-For` is believed: addresses, networks, or proxy-addr's names for them; empty believes nobody. */
  trustedProxies: string[];
  logLevel: string;
}

/** Refuses to start with one sentence that names the variable. */
export class ConfigError extends Error {}

export type Environment = Readonly<Record<string, string | undefined>>;

const DEV_SECRETS_FILE = 'secrets.json';

/**
 * Reads and checks every setting. The only reader of the environment.
 * @throws ConfigError with one sentence naming the variable that is wrong.
 */
export function readConfig(env: Environment = process.env): Config {
  // A misspelt "production" must not start the simulator before the world.
  const production = choice(env, 'NODE_ENV', 'development', ['production', 'development', 'test']) === 'production';
  const port = integer(env, 'PORT', 3000, 0, 65535);
  const dataDir = path.resolve(env.DATA_DIR ?? 'data');
  const publicUrl = url(env, 'PUBLIC_URL', `http://localhost:${port}`);
  const simulator = choice(env, 'WECHAT_MODE', production ? 'real' : 'simulator', ['simulator', 'real']) === 'simulator';
  if (production && simulator) throw new ConfigError('WECHAT_MODE=simulator is refused in production; set WECHAT_MODE=real.');
  const host = env.HOST || (production ? '0.0.0.0' : '127.0.0.1');
  if (!/^[\w.:-]+$/.test(host)) throw new ConfigError(`HOST must be an address or a name, but is "${host}".`);
  return {
    production,
    port,
    host,
    publicUrl,
    dataDir,
    database: databaseTarget(env, dataDir, production),
    databasePoolSize: integer(env, 'DATABASE_POOL', 16, 1, 200),
    storage: storageTarget(env, dataDir),
    wechat: {
      simulator,
      endpoint: url(env, 'WECHAT_ENDPOINT', simulator ? `http://127.0.0.1:${port}/wechat` : 'https://api.weixin.qq.com'),
      miniProgram: wechatApp(env, 'WECHAT_MP', simulator, 'wxguihu000000mp01'),
      officialAccount: wechatApp(env, 'WECHAT_OA', simulator, 'wxguihu000000oa01'),
      templates: templates(env, simulator),
    },
    keys: keys(env, dataDir, production),
    sessionMinutes: integer(env, 'SESSION_MINUTES', 120, 1, 24 * 60),
    referralShareTarget: integer(env, 'REFERRAL_SHARE_TARGET', 32, 1, 100),
    quietHours: quietHours(env),
    jobs: {
      enabled: choice(env, 'JOBS', 'on', ['on', 'off']) === 'on',
      concurrency: integer(env, 'JOB_CONCURRENCY', 8, 1, 100),
    },
    rateLimit: {
      perMinute: integer(env, 'RATE_LIMIT_PER_MINUTE', simulator ? 100_000 : 300, 1, 10_000_000),
      publicPerMinute: integer(env, 'RATE_LIMIT_PUBLIC_PER_MINUTE', simulator ? 100_000 : 60, 1, 10_000_000),
    },
    trustedProxies: trustedProxies(env, production),
    logLevel: choice(env, 'LOG_LEVEL', 'info', ['silent', 'error', 'warn', 'info', 'debug', 'trace']),
  };
}

function integer(env: Environment, name: string, fallback: number, min: number, max: number): number {
  const raw = env[name];
  if (raw === undefined || raw === '') return fallback;
  const value = Number(raw);
  if (!/^\d+$/.test(raw) || value < min || value > max) {
    throw new ConfigError(`${name} must be a whole number from ${min} to ${max}, but is "${raw}".`);
  }
  return value;
}

function choice<T extends string>(env: Environment, name: string, fallback: T, allowed: readonly T[]): T {
  const raw = env[name];
  if (raw === undefined || raw === '') return fallback;
  if (!allowed.includes(raw as T)) throw new ConfigError(`${name} must be one of ${allowed.join(', ')}, but is "${raw}".`);
  return raw as T;
}

function url(env: Environment, name: string, fallback: string): string {
  const raw = env[name] || fallback;
  if (!URL.canParse(raw) || !/^https?:/.test(raw)) throw new ConfigError(`${name} must be an http or https address, but is "${raw}".`);
  return raw.replace(/\/$/, '');
}

function quietHours(env: Environment): Config['quietHours'] {
  const raw = env.QUIET_HOURS || '21:00-08:30';
  const match = /^((?:[01]\d|2[0-3]):[0-5]\d)-((?:[01]\d|2[0-3]):[0-5]\d)$/.exec(raw);
  if (!match) throw new ConfigError(`QUIET_HOURS must look like 21:00-08:30, but is "${raw}".`);
  return { from: match[1] as string, to: match[2] as string };
}

/** Only the proxy in front may say whose request it is: whoever could say it himself would have a new address for each try. */
function trustedProxies(env: Environment, production: boolean): string[] {
  const raw = env.TRUSTED_PROXIES ?? (production ? 'loopback,uniquelocal' : '');
  const proxies = raw
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
  for (const proxy of proxies) {
    const [address = '', bits, ...rest] = proxy.split('/');
    const known = ['loopback', 'linklocal', 'uniquelocal'].includes(proxy);
    const network =
      isIP(address) !== 0 &&
      rest.length === 0 &&
      (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (isIP(address) === 4 ? 32 : 128)));
    if (!known && !network)
      throw new ConfigError(`TRUSTED_PROXIES must list addresses, networks, loopback, linklocal or uniquelocal, but has "${proxy}".`);
  }
  return proxies;
}

function databaseTarget(env: Environment, dataDir: string, production: boolean): DatabaseTarget {
  const raw = env.DATABASE_URL;
  if (!raw) {
    if (production) throw new ConfigError('DATABASE_URL is required in production, such as mysql://user:password@host:3306/guihu.');
    return { kind: 'sqlite', file: path.join(dataDir, 'guihu.sqlite') };
  }
  if (raw.startsWith('sqlite:')) return { kind: 'sqlite', file: path.resolve(raw.slice('sqlite:'.length).replace(/^\/\/(?=\/)/, '')) };
  const kind = /^(mysql|mariadb):\/\//.exec(raw)?.[1] as 'mysql' | 'mariadb' | undefined;
  if (!kind || !URL.canParse(raw) || !/^\/[\w-]+$/.test(new URL(raw).pathname)) {
    throw new ConfigError('DATABASE_URL must look like mysql://user:password@host:3306/name, mariadb://… or sqlite:path/to/file.');
  }
  return { kind, url: raw };
}

function storageTarget(env: Environment, dataDir: string): StorageTarget {
  if (choice(env, 'STORAGE', 'local', ['local', 's3']) === 'local') return { kind: 'local', folder: path.join(dataDir, 'files') };
  const needed = (name: string, pattern: RegExp, like: string): string => {
    const value = env[name];
    if (!value) throw new ConfigError(`${name} is required when STORAGE=s3.`);
    if (!pattern.test(value)) throw new ConfigError(`${name} must be ${like}.`);
    return value;
  };
  needed('S3_ENDPOINT', /^https?:/, 'an http or https address');
  return {
    kind: 's3',
    endpoint: url(env, 'S3_ENDPOINT', ''),
    region: needed('S3_REGION', /^[a-z0-9-]{1,40}$/, 'a region such as cn-north-1'),
    bucket: needed('S3_BUCKET', /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'the name of a bucket'),
    accessKeyId: needed('S3_ACCESS_KEY_ID', /^[\x21-\x7e]{1,256}$/, 'an access key id in one line'),
    secretAccessKey: needed('S3_SECRET_ACCESS_KEY', /^[\x21-\x7e]{1,256}$/, 'a secret key in one line'),
    forcePathStyle: ['on', 'true'].includes(choice(env, 'S3_FORCE_PATH_STYLE', 'off', ['on', 'off', 'true', 'false'])),
  };
}

function wechatApp(env: Environment, prefix: string, simulator: boolean, simulatedId: string): WechatAppConfig {
  const read = (name: string, fallback: string) => {
    const value = env[`${prefix}_${name}`] || (simulator ? fallback : '');
    if (value === '') throw new ConfigError(`${prefix}_${name} is required when WECHAT_MODE=real.`);
    return value;
  };
  const aesKey =
    env[`${prefix}_AES_KEY`] ?? (simulator && prefix === 'WECHAT_OA' ? 'simulatorsimulatorsimulatorsimulatorsimulat'.slice(0, 43) : '');
  if (aesKey !== '' && aesKey.length !== 43) throw new ConfigError(`${prefix}_AES_KEY must have 43 characters, or be left out.`);
  return { appId: read('APPID', simulatedId), secret: read('SECRET', 'simulated-secret'), token: read('TOKEN', 'simulated-token'), aesKey };
}

function templates(env: Environment, simulator: boolean): Config['wechat']['templates'] {
  const raw = env.WECHAT_TEMPLATES;
  if (!raw) {
    if (!simulator) throw new ConfigError('WECHAT_TEMPLATES is required when WECHAT_MODE=real: a JSON file with template ids.');
    return { officialAccount: {}, miniProgram: {} };
  }
  try {
    const parsed = JSON.parse(readFileSync(raw, 'utf8'));
    return { officialAccount: parsed.officialAccount ?? {}, miniProgram: parsed.miniProgram ?? {} };
  } catch {
    throw new ConfigError(`WECHAT_TEMPLATES must name a readable JSON file, but is "${raw}".`);
  }
}

/**
 * `FIELD_KEYS` is `id:base64,id:base64…`, 32 bytes each, the first one in use. Outside production missing keys are made once
 * and kept beside the data, so that a newcomer needs none and nothing secret is in the repository.
 */
function keys(env: Environment, dataDir: string, production: boolean): Config['keys'] {
  const names = ['FIELD_KEYS', 'INDEX_KEY', 'SESSION_KEY'] as const;
  const missing = names.filter((name) => !env[name]);
  if (production && missing.length > 0) throw new ConfigError(`${missing[0]} is required in production.`);
  const made = missing.length > 0 ? developmentSecrets(dataDir) : {};
  const value = (name: (typeof names)[number]) => env[name] || (made[name] as string);
  const field = fieldKeys(value('FIELD_KEYS'));
  return { field, index: key('INDEX_KEY', value('INDEX_KEY')), session: key('SESSION_KEY', value('SESSION_KEY')) };
}

function fieldKeys(text: string): Config['keys']['field'] {
  const entries = text.split(',').map((entry) => {
    const [id, encoded] = entry.trim().split(':');
    if (!id || !encoded || !/^[\w-]{1,16}$/.test(id)) throw new ConfigError('FIELD_KEYS must be id:base64 pairs separated by commas.');
    return { id, key: key('FIELD_KEYS', encoded) };
  });
  if (new Set(entries.map((entry) => entry.id)).size < entries.length)
    throw new ConfigError('FIELD_KEYS must not use one id for two keys.');
  return entries;
}

function key(name: string, encoded: string): Buffer {
  const bytes = Buffer.from(encoded, 'base64');
  if (bytes.length !== 32) throw new ConfigError(`${name} must hold 32 bytes in base64 (make one with: openssl rand -base64 32).`);
  return bytes;
}

function developmentSecrets(dataDir: string): Record<string, string> {
  const file = path.join(dataDir, DEV_SECRETS_FILE);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  const fresh = () => randomBytes(32).toString('base64');
  const made = { FIELD_KEYS: `dev1:${fresh()}`, INDEX_KEY: fresh(), SESSION_KEY: fresh() };
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(file, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
  return made;
}
