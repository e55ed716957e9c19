import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { ConfigError, type Environment, readConfig } from './config';

const key = (fill: number) => Buffer.alloc(32, fill).toString('base64');

describe('the configuration', () => {
  let folder: string;
  let templates: string;
  let production: Environment;

  beforeAll(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'guihu-config-'));
    templates = path.join(folder, 'templates.json');
    writeFileSync(templates, JSON.stringify({ officialAccount: { 'lead-offered': 't1' }, miniProgram: {} }));
    production = {
      NODE_ENV: 'production',
      DATABASE_URL: 'mysql://guihu:password@db:3306/guihu',
      FIELD_KEYS: `k2:${key(2)},k1:${key(1)}`,
      INDEX_KEY: key(3),
      SESSION_KEY: key(4),
      PUBLIC_URL: 'https://guihu.example.com/',
      WECHAT_MP_APPID: 'wx1',
      WECHAT_MP_SECRET: 's1',
      WECHAT_MP_TOKEN: 't1',
      WECHAT_OA_APPID: 'wx2',
      WECHAT_OA_SECRET: 's2',
      WECHAT_OA_TOKEN: 't2',
      WECHAT_TEMPLATES: templates,
      DATA_DIR: folder,
    };
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Stops the start with one sentence that names the variable. */
  const refuses = (env: Environment, name: string): string => {
    try {
      readConfig({ DATA_DIR: folder, ...env });
    } catch (error) {
      expect(error).toBeInstanceOf(ConfigError);
      const { message } = error as Error;
      expect(message).toContain(name);
      expect(message).not.toContain('\n');
      expect(message).toMatch(/\.$|…$/);
      return message;
    }
    throw new Error(`${name} was accepted`);
  };

  it('needs nothing for a first try', () => {
    const config = readConfig({ DATA_DIR: folder });
    expect(config).toMatchObject({
      production: false,
      port: 3000,
      host: '127.0.0.1',
      database: { kind: 'sqlite' },
      wechat: { simulator: true },
    });
    expect(config.trustedProxies).toEqual([]);
    expect(readConfig({ DATA_DIR: folder }).keys.index.equals(config.keys.index)).toBe(true);
  });

  it('reads a whole production', () => {
    const config = readConfig(production);
    expect(config).toMatchObject({
      production: true,
      host: '0.0.0.0',
      publicUrl: 'https://guihu.example.com',
      wechat: { simulator: false, endpoint: 'https://api.weixin.qq.com', templates: { officialAccount: { 'lead-offered': 't1' } } },
      rateLimit: { perMinute: 300, publicPerMinute: 60 },
      trustedProxies: ['loopback', 'uniquelocal'],
    });
    expect(config.keys.field.map((k) => k.id)).toEqual(['k2', 'k1']);
  });

  it.each([
    ['NODE_ENV', ['prod', 'Production', 'staging']],
    ['HOST', ['not a host', 'http://x']],
    ['PORT', ['x', '-1', '65536', '1.5', '3000 ', '0x10', '1e3']],
    ['PUBLIC_URL', ['localhost', 'ftp://x', 'javascript:alert(1)', 'https://']],
    ['DATABASE_URL', ['postgres://x/y', 'mysql://', 'mysql://host', 'mysql://host/a/b', 'mysql://host/`x`', 'nonsense']],
    ['DATABASE_POOL', ['0', '201', 'many']],
    ['WECHAT_MODE', ['fake', 'Real', 'simulator ']],
    ['WECHAT_ENDPOINT', ['api.weixin.qq.com', 'file:///etc/passwd']],
    ['WECHAT_TEMPLATES', ['/nowhere/at/all.json', os.tmpdir()]],
    ['WECHAT_MP_AES_KEY', ['short', 'x'.repeat(44)]],
    ['WECHAT_OA_AES_KEY', ['short', 'x'.repeat(42)]],
    ['FIELD_KEYS', ['x', ':', `k1:${Buffer.alloc(16).toString('base64')}`, `k 1:${key(1)}`, `k1:${key(1)},`, `k1:${key(1)},k1:${key(2)}`]],
    ['INDEX_KEY', ['short', Buffer.alloc(33).toString('base64')]],
    ['SESSION_KEY', ['short']],
    ['SESSION_MINUTES', ['0', '1441', 'long']],
    ['QUIET_HOURS', ['21-8', '25:00-08:00', '21:00', '21:60-08:00']],
    ['JOBS', ['yes', 'ON', '1']],
    ['JOB_CONCURRENCY', ['0', '101']],
    ['RATE_LIMIT_PER_MINUTE', ['0', '-1', 'none']],
    ['RATE_LIMIT_PUBLIC_PER_MINUTE', ['0', '1.5']],
    ['TRUSTED_PROXIES', ['everybody', '10.0.0.0/33', '10.0.0', '10.0.0.1/8/9', 'true', '*']],
    ['LOG_LEVEL', ['loud', 'INFO']],
  ])('is refused by the name of %s', (name, values) => {
    for (const value of values) refuses({ [name]: value }, name);
  });

  it.each(['DATABASE_URL', 'FIELD_KEYS', 'INDEX_KEY', 'SESSION_KEY', 'WECHAT_MP_APPID', 'WECHAT_MP_SECRET', 'WECHAT_MP_TOKEN'])(
    'of a production is refused without %s, empty or left out',
    (name) => {
      refuses({ ...production, [name]: undefined }, name);
      refuses({ ...production, [name]: '' }, name);
    },
  );

  it.each(['WECHAT_OA_APPID', 'WECHAT_OA_SECRET', 'WECHAT_OA_TOKEN', 'WECHAT_TEMPLATES'])(
    'of a real WeChat is refused without %s',
    (name) => {
      refuses({ ...production, [name]: undefined }, name);
      refuses({ ...production, NODE_ENV: 'development', WECHAT_MODE: 'real', [name]: '' }, name);
    },
  );

  it('of a production refuses the simulator', () => {
    refuses({ ...production, WECHAT_MODE: 'simulator' }, 'WECHAT_MODE');
  });

  const bucket: Environment = {
    STORAGE: 's3',
    S3_ENDPOINT: 'https://oss-cn-hangzhou.example.com/',
    S3_REGION: 'cn-hangzhou',
    S3_BUCKET: 'guihu-photos',
    S3_ACCESS_KEY_ID: 'id-of-a-key',
    S3_SECRET_ACCESS_KEY: 'kept+secret/Zx81',
  };

  it('keeps photos beside the data, or in the bucket it is given', () => {
    expect(readConfig({ DATA_DIR: folder }).storage).toEqual({ kind: 'local', folder: path.join(folder, 'files') });
    expect(readConfig({ DATA_DIR: folder, ...bucket }).storage).toMatchObject({
      kind: 's3',
      endpoint: 'https://oss-cn-hangzhou.example.com',
      bucket: 'guihu-photos',
      forcePathStyle: false,
    });
    expect(readConfig({ DATA_DIR: folder, ...bucket, S3_FORCE_PATH_STYLE: 'on' }).storage).toMatchObject({ forcePathStyle: true });
  });

  it.each([
    ['STORAGE', ['disk', 'S3']],
    ['S3_ENDPOINT', ['', 'oss.example.com', 'ftp://x']],
    ['S3_REGION', ['', 'Region One']],
    ['S3_BUCKET', ['', 'a', 'Photos', '../photos', 'photos/']],
    ['S3_ACCESS_KEY_ID', ['', 'two lines\n']],
    ['S3_SECRET_ACCESS_KEY', ['', 'has a space']],
    ['S3_FORCE_PATH_STYLE', ['yes', '1']],
  ])('of a bucket is refused by the name of %s', (name, values) => {
    for (const value of values) {
      const message = refuses({ ...bucket, [name]: value }, name);
      expect(message).not.toContain(bucket.S3_SECRET_ACCESS_KEY as string);
      if (name === 'S3_SECRET_ACCESS_KEY' && value) expect(message).not.toContain(value);
    }
  });

  it('never repeats a secret in its sentence', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('FIELD_KEYS', 'INDEX_KEY', 'SESSION_KEY'),
        fc.stringMatching(/^[A-Za-z0-9+/]{20,40}$/),
        (name, secret) => {
          const message = refuses({ ...production, [name]: name === 'FIELD_KEYS' ? `k1:${secret}` : secret }, name);
          return !message.includes(secret);
        },
      ),
    );
    expect(refuses({ ...production, DATABASE_URL: 'mysql://root:pass@db:3306/' }, 'DATABASE_URL')).not.toContain('root:pass');
  });
});
