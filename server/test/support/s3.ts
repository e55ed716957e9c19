import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BucketConfig } from '../../src/config/config';

interface Kept {
  bytes: Buffer;
  mime: string;
  writtenAt: number;
}

export interface S3StandIn {
  config: BucketConfig;
  kept: Map<string, Kept>;
  /** Answers the next `times` requests with 500. */
  fail(times: number): void;
  stop(): Promise<void>;
}

const PAGE = 2;

/** A bucket over real HTTP that believes nobody without a right AWS signature (version 4); pages of two keys. */
export async function startS3(): Promise<S3StandIn> {
  const kept = new Map<string, Kept>();
  let failures = 0;
  const config: BucketConfig = {
    endpoint: '',
    region: 'cn-test-1',
    bucket: 'photos',
    accessKeyId: 'AKIDOFTHETEST',
    secretAccessKey: 'secret/of+the/test',
    forcePathStyle: true,
  };
  const server = createServer((request, response) => {
    void whole(request).then((body) => {
      const broken = failures > 0;
      if (broken) failures -= 1;
      const fault = signatureFault(request, body, config);
      if (broken) refuse(response, 500, 'InternalError');
      else if (fault) refuse(response, 403, 'SignatureDoesNotMatch', fault);
      else answer(request, response, body, kept, config.bucket);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  config.endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    config,
    kept,
    fail: (times) => {
      failures = times;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answer(request: IncomingMessage, response: ServerResponse, body: Buffer, kept: Map<string, Kept>, bucket: string): void {
  const url = new URL(request.url as string, 'http://s3');
  const [, first, ...rest] = url.pathname.split('/').map(decodeURIComponent);
  const key = rest.join('/');
  if (first !== bucket) refuse(response, 404, 'NoSuchBucket');
  else if (request.method === 'PUT') {
    kept.set(key, { bytes: body, mime: request.headers['content-type'] ?? '', writtenAt: Math.floor(Date.now() / 1000) * 1000 });
    response.writeHead(200, { ETag: `"${sha256(body).slice(0, 32)}"` }).end();
  } else if (request.method === 'DELETE') {
    kept.delete(key);
    response.writeHead(204).end();
  } else if (url.searchParams.get('list-type') === '2') list(url, response, kept);
  else give(request, response, kept.get(key));
}

function give(request: IncomingMessage, response: ServerResponse, found: Kept | undefined): void {
  if (!found) {
    refuse(response, 404, 'NoSuchKey');
    return;
  }
  const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '');
  const part = range ? found.bytes.subarray(Number(range[1]), Number(range[2]) + 1) : found.bytes;
  response.writeHead(range ? 206 : 200, { 'Content-Type': found.mime, 'Content-Length': part.length }).end(part);
}

function list(url: URL, response: ServerResponse, kept: Map<string, Kept>): void {
  const [prefix, after] = [url.searchParams.get('prefix') ?? '', url.searchParams.get('continuation-token') ?? ''];
  const keys = [...kept.keys()].filter((key) => key.startsWith(prefix) && key > after).sort();
  const page = keys.slice(0, PAGE);
  const more = keys.length > PAGE;
  const entries = page.map(
    (key) => `<Contents><Key>${key}</Key><LastModified>${new Date(kept.get(key)?.writtenAt ?? 0).toISOString()}</LastModified></Contents>`,
  );
  const next = more ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : '';
  response
    .writeHead(200, { 'Content-Type': 'application/xml' })
    .end(`<ListBucketResult><IsTruncated>${more}</IsTruncated>${next}${entries.join('')}</ListBucketResult>`);
}

/** What is wrong with the signature, computed again from what arrived; null when it is right. */
function signatureFault(request: IncomingMessage, body: Buffer, { accessKeyId, secretAccessKey, region }: BucketConfig): string | null {
  const given = /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=(\w{64})$/.exec(
    request.headers.authorization ?? '',
  );
  if (!given) return 'no signature';
  const [, id, day, where, signed, signature] = given as unknown as string[];
  if (id !== accessKeyId || where !== region) return 'somebody else';
  const at = String(request.headers['x-amz-date']);
  const sentAt = Date.parse(at.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  if (!at.startsWith(String(day)) || !(Math.abs(sentAt - Date.now()) < 15 * 60_000)) return 'too old';
  const hash = String(request.headers['x-amz-content-sha256']);
  if (hash !== 'UNSIGNED-PAYLOAD' && hash !== sha256(body)) return 'another body';
  const names = String(signed).split(';');
  if (!names.includes('host') || !names.includes('x-amz-content-sha256')) return 'too little is signed';
  const url = new URL(request.url as string, 'http://s3');
  const query = [...url.searchParams].map(([k, v]) => `${encode(k)}=${encode(v)}`).sort();
  const headers = names.map((name) => `${name}:${String(request.headers[name]).trim()}\n`).join('');
  const canonical = [request.method, url.pathname, query.join('&'), headers, signed, hash].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', at, scope, sha256(canonical)].join('\n');
  const key = [day, region, 's3', 'aws4_request'].reduce<string | Buffer>((k, part) => hmac(k, String(part)), `AWS4${secretAccessKey}`);
  return timingSafeEqual(hmac(key, text), Buffer.from(String(signature), 'hex')) ? null : 'a wrong signature';
}

const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');

function refuse(response: ServerResponse, status: number, code: string, message = ''): void {
  const problem = `<?xml version="1.0"?><Error><Code>${code}</Code><Message>${message}</Message></Error>`;
  response.writeHead(status, { 'Content-Type': 'application/xml' }).end(problem);
}

async function whole(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
