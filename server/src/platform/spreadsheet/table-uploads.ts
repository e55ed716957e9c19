import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { MultipartFile } from '@fastify/multipart';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CodedError, coded, refusedField } from '../http/coded-error';
import { TableFiles } from './table-files';

/** A table as it was sent, on disk and not yet looked into. */
export interface TableUpload {
  path: string;
  /** SHA-256, hexadecimal. */
  fileHash: string;
  fileName: string;
  /** By name; one that was left empty is not there. */
  fields: Readonly<Record<string, string>>;
}

/** What a form may carry beside its file: how long each text may be, and what is said of one that is not so. */
export type FormFields = Readonly<Record<string, { longest: number; message: string }>>;

interface Form {
  file?: Omit<TableUpload, 'fields'>;
  fields: Map<string, string>;
  faults: CodedError[];
}

const LONGEST_NAME = 120;

/** Reads the upload form as it arrives: the file goes to disk while it is hashed and is never held in memory. */
@Injectable()
export class TableUploads {
  constructor(private readonly files: TableFiles) {}

  /** @throws CodedError for anything but one file of bearable size; nothing of a refused upload stays on disk. */
  async receive(request: FastifyRequest, fields: FormFields = {}): Promise<TableUpload> {
    if (!request.isMultipart()) throw coded('request.unsupported-type', '请以表单方式上传文件，字段名为 file');
    const form: Form = { fields: new Map(), faults: [] };
    const path = await this.files.incoming();
    try {
      // Read to the end even when a part is refused: whoever is still sending could not hear the answer.
      for await (const part of request.parts()) {
        if (part.type === 'file') await this.takeFile(form, part, path);
        else takeField(form, fields, part.fieldname, part.value);
      }
      const [fault] = form.faults;
      if (fault) throw fault;
      if (!form.file) throw refusedField('request.invalid', 'file', 'required', '请选择要导入的表格');
      return { ...form.file, fields: Object.fromEntries([...form.fields].filter(([, value]) => value !== '')) };
    } catch (error) {
      await this.files.remove(path);
      throw asRefusal(error);
    }
  }

  private async takeFile(form: Form, part: MultipartFile, path: string): Promise<void> {
    if (part.fieldname !== 'file') {
      form.faults.push(unknownField(part.fieldname));
      part.file.resume();
      return;
    }
    // A form that broke off may have closed the file before we came to it, and a closed stream would be waited for in vain.
    if (part.file.destroyed) throw cutOff();
    const hash = createHash('sha256');
    const hashing = new Transform({
      transform(chunk, _encoding, done) {
        hash.update(chunk);
        done(null, chunk);
      },
    });
    await pipeline(part.file, hashing, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
    if (part.file.truncated) throw coded('request.too-large', '文件不能超过 20 MB，请拆分后再上传');
    form.file = { path, fileHash: hash.digest('hex'), fileName: plainName(part.filename) };
  }
}

function takeField(form: Form, known: FormFields, name: string, value: unknown): void {
  const field = Object.hasOwn(known, name) ? known[name] : undefined;
  if (!field) form.faults.push(unknownField(name));
  else if (typeof value !== 'string' || value.length > field.longest || form.fields.has(name)) {
    form.faults.push(refusedField('request.invalid', name, name, field.message));
  } else form.fields.set(name, value);
}

const unknownField = (name: string): CodedError => {
  const field = name.slice(0, 40);
  return refusedField('request.invalid', field, 'whitelistValidation', `不支持的字段：${field}`);
};

/** The last part of whatever path was sent, without characters that would break a line or a header. */
function plainName(name: string | undefined): string {
  const last = (name ?? '').split(/[\\/]/).at(-1) ?? '';
  const plain = last.replace(/[\p{Cc}\p{Cs}\p{Co}\p{Cn}\p{Cf}]+/gu, ' ').trim();
  return [...plain].slice(0, LONGEST_NAME).join('') || '未命名表格';
}

const cutOff = (): CodedError => coded('request.malformed', '文件没有完整上传，请重新上传');

/** A broken form is the sender's to mend, a full disk is ours. */
function asRefusal(error: unknown): unknown {
  if (error instanceof CodedError) return error;
  const { code, syscall } = error as { code?: string; syscall?: string };
  if (code === 'FST_REQ_FILE_TOO_LARGE') return coded('request.too-large', '文件不能超过 20 MB，请拆分后再上传');
  if (code === 'FST_FILES_LIMIT') return refusedField('request.invalid', 'file', 'one', '一次只能上传一个文件');
  if (syscall !== undefined && code !== 'ECONNRESET') return error;
  return cutOff();
}
