import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { Transform, type TransformCallback } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { MultipartFile } from '@fastify/multipart';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CodedError, coded, refusedField } from '../../../platform/http/coded-error';
import { type FileKind, HEAD_BYTES, kindOf, LARGEST_FILE, whyRefused } from './file-kind.policy';
import { IncomingFiles } from './incoming-files';

/** A file as it was sent, on disk; whoever is given one removes it. */
export interface IncomingFile {
  path: string;
  kind: FileKind;
  /** Hexadecimal. */
  sha256: string;
}

/** Around the file: boundaries and headers of its parts. */
const MOST_AROUND = 16 * 1024;
const LIMITS = { fileSize: LARGEST_FILE + 1, files: 1, fields: 4, fieldSize: 1_000, parts: 6, headerPairs: 20 };
/** A phone that sends nothing for so long is gone. */
const SILENCE_MS = 30_000;

/** Reads the upload form as it arrives. A file goes to disk; what it is decides after its first bytes how much of it is read. */
@Injectable()
export class UploadForm {
  constructor(private readonly files: IncomingFiles) {}

  /** @throws CodedError for anything but one whole photo or video of bearable size; nothing of a refused upload stays on disk. */
  async receive(request: FastifyRequest): Promise<IncomingFile> {
    if (!request.isMultipart()) throw coded('request.unsupported-type', '请以表单方式上传，字段名为 file');
    if (Number(request.headers['content-length'] ?? 0) > LARGEST_FILE + MOST_AROUND) throw coded('upload.too-large');
    const path = await this.files.place();
    // Opened here, so that it is surely closed before a refused one is removed.
    const target = await open(path, 'wx', 0o600);
    const over = new AbortController();
    request.raw.setTimeout(SILENCE_MS);
    try {
      const found = await Promise.race([readForm(request, target, over.signal), endless(request.raw)]);
      return { path, ...found };
    } catch (error) {
      over.abort();
      request.raw.unpipe();
      await target.close();
      await this.files.remove(path);
      throw asRefusal(error);
    } finally {
      request.raw.setTimeout(0);
    }
  }
}

type Finding = Omit<IncomingFile, 'path'>;

async function readForm(request: FastifyRequest, target: FileHandle, signal: AbortSignal): Promise<Finding> {
  let file: Finding | null = null;
  for await (const part of request.parts({ limits: LIMITS })) {
    if (part.fieldname !== 'file') throw unknownField(part.fieldname);
    if (part.type !== 'file') throw missing();
    file = await takeFile(part, target, signal);
  }
  if (!file) throw missing();
  return file;
}

async function takeFile(part: MultipartFile, target: FileHandle, signal: AbortSignal): Promise<Finding> {
  // A form that broke off may have closed the file before we came to it, and a closed stream would be waited for in vain.
  if (part.file.destroyed) throw cutOff();
  const inspection = new Inspection();
  await pipeline(part.file, inspection, target.createWriteStream(), { signal });
  return inspection.finding();
}

/** Looks at what passes: the first bytes say what it is, and that says how many there may be. */
class Inspection extends Transform {
  private readonly hash = createHash('sha256');
  private head = Buffer.alloc(0);
  private kind: FileKind | null = null;
  private bytes = 0;

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.bytes += chunk.length;
    this.hash.update(chunk);
    if (!this.kind) this.head = Buffer.concat([this.head, chunk.subarray(0, HEAD_BYTES)]);
    if (!this.kind && this.head.length >= HEAD_BYTES) this.kind = kindOf(this.head);
    if (!this.kind && this.head.length >= HEAD_BYTES) done(this.unsupported());
    else if (this.kind && this.bytes > this.kind.limit) done(coded('upload.too-large', tooLarge(this.kind)));
    else done(null, chunk);
  }

  finding(): Finding {
    if (this.bytes === 0) throw coded('upload.unreadable', '文件是空的，请重新选择');
    if (!this.kind) throw this.unsupported();
    return { kind: this.kind, sha256: this.hash.digest('hex') };
  }

  private unsupported(): CodedError {
    return coded('upload.type-unsupported', whyRefused(this.head));
  }
}

/** Rejects once more has arrived than any form of ours has, wherever in it that was; never resolves. */
function endless(raw: IncomingMessage): Promise<never> {
  return new Promise((_, reject) => {
    let bytes = 0;
    raw.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > LARGEST_FILE + MOST_AROUND) reject(coded('upload.too-large'));
    });
  });
}

const tooLarge = ({ kind }: FileKind): string =>
  kind === 'image' ? '照片太大（上限 10 MB），请换一张或截图后再传' : '视频太大（上限 30 MB），请剪短或压缩后再传';

const unknownField = (name: string): CodedError => {
  const field = name.slice(0, 40);
  return refusedField('request.invalid', field, 'whitelistValidation', `不支持的字段：${field}`);
};

const missing = (): CodedError => refusedField('request.invalid', 'file', 'required', '请选择照片或视频');

const cutOff = (): CodedError => coded('request.malformed', '文件没有完整上传，请重新上传');

/** A broken form is the sender's to mend, a full disk is ours. */
function asRefusal(error: unknown): unknown {
  if (error instanceof CodedError) return error;
  const { code, syscall } = error as { code?: string; syscall?: string };
  if (code === 'FST_FILES_LIMIT') return refusedField('request.invalid', 'file', 'one', '一次只能上传一张照片或一段视频');
  if (syscall !== undefined && code !== 'ECONNRESET') return error;
  return cutOff();
}
