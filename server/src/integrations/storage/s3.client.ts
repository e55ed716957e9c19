import type { Readable } from 'node:stream';
import type { S3Client as Client, S3ClientConfig } from '@aws-sdk/client-s3';
import type { BucketConfig } from '../../config/config';
import { type ByteRange, checkedKey, FileMissing, isKey, StoragePort, StorageUnavailable, type StoredFile } from './storage.port';

type Library = typeof import('@aws-sdk/client-s3');

const CONNECT_MS = 5_000;
const ANSWER_MS = 30_000;

/** Files in a bucket that speaks S3: AWS, MinIO, Aliyun OSS, Tencent COS. */
export class S3Bucket extends StoragePort {
  private readonly bucket: string;
  private opened: Promise<{ library: Library; client: Client }> | null = null;

  constructor(private readonly config: BucketConfig) {
    super();
    this.bucket = config.bucket;
  }

  async put(key: string, body: Readable | Buffer, { mime, bytes }: { mime: string; bytes: number }): Promise<void> {
    const { library, client } = await this.connection();
    const input = { ...this.at(key), Body: body, ContentType: mime, ContentLength: bytes };
    await client.send(new library.PutObjectCommand(input)).catch(refuse(key));
  }

  async open(key: string, range?: ByteRange): Promise<StoredFile> {
    const { library, client } = await this.connection();
    const input = { ...this.at(key), ...(range ? { Range: `bytes=${range.start}-${range.end}` } : {}) };
    const answer = await client.send(new library.GetObjectCommand(input)).catch(refuse(key));
    return { body: answer.Body as Readable, size: Number(answer.ContentLength) };
  }

  async remove(key: string): Promise<void> {
    const { library, client } = await this.connection();
    await client.send(new library.DeleteObjectCommand(this.at(key))).catch(refuse(key));
  }

  async *list(prefix: string, olderThan = Number.POSITIVE_INFINITY): AsyncIterable<string> {
    const { library, client } = await this.connection();
    const pages = library.paginateListObjectsV2({ client }, { Bucket: this.bucket, Prefix: `${checkedKey(prefix)}/` });
    for (let page = await pages.next().catch(refuse(prefix)); !page.done; page = await pages.next().catch(refuse(prefix)))
      for (const { Key, LastModified } of page.value.Contents ?? [])
        if (Key && isKey(Key) && (LastModified?.getTime() ?? Number.POSITIVE_INFINITY) < olderThan) yield Key;
  }

  private at(key: string): { Bucket: string; Key: string } {
    return { Bucket: this.bucket, Key: checkedKey(key) };
  }

  /** Loaded when first needed: an installation with files on its own disk pays no memory for it. */
  private connection(): Promise<{ library: Library; client: Client }> {
    this.opened ??= import('@aws-sdk/client-s3').then((library) => ({ library, client: new library.S3Client(this.settings()) }));
    return this.opened;
  }

  private settings(): S3ClientConfig {
    const { endpoint, region, accessKeyId, secretAccessKey, forcePathStyle } = this.config;
    return {
      endpoint,
      region,
      forcePathStyle,
      credentials: { accessKeyId, secretAccessKey },
      // Checksums in trailers are AWS's own; others refuse them.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      requestHandler: { connectionTimeout: CONNECT_MS, requestTimeout: ANSWER_MS },
      maxAttempts: 3,
    };
  }
}

/** S3's refusals carry our key id and what was signed: only their name and status go on. */
function refuse(key: string): (error: unknown) => never {
  return (error) => {
    const { name, code, $metadata } = error as { name?: string; code?: string; $metadata?: { httpStatusCode?: number } };
    const status = $metadata?.httpStatusCode;
    if (name === 'NoSuchKey' || (status === 404 && name !== 'NoSuchBucket')) throw new FileMissing(key);
    throw new StorageUnavailable(`the bucket refused: ${[name, code, status].filter(Boolean).join(' ')}`);
  };
}
