import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { FileMissing, StoragePort, StorageUnavailable } from '../../../integrations/storage/storage.port';
import { Database } from '../../../platform/database/database';
import { coded } from '../../../platform/http/coded-error';
import { Log } from '../../../platform/logging/log';
import { askedRange } from './byte-range.policy';
import { type FileLink, FileLinks } from './file-links';
import { uploadById } from './upload.rows';

export interface OpenedFile {
  body: Readable;
  mime: string;
  /** Bytes of `body`. */
  length: number;
  /** Which part of how much, as a `Content-Range` says it; null for the whole. */
  part: string | null;
  /** How long the link is still good, seconds. */
  secondsLeft: number;
  name: string;
}

/** The whole of a file, bytes; told with the refusal of a range that lies outside. */
export class RangeOutside extends Error {
  constructor(readonly size: number) {
    super('the range lies outside');
  }
}

/** Files behind signed links. */
@Injectable()
export class FileOpening {
  constructor(
    private readonly database: Database,
    private readonly storage: StoragePort,
    private readonly links: FileLinks,
    private readonly log: Log,
  ) {}

  /**
   * @param range the `Range` header, obeyed for whole photos and videos
   * @throws CodedError `file.link-expired`, `upload.not-found`, `storage.unavailable`; RangeOutside
   */
  async open(id: string, link: FileLink, range: string | undefined): Promise<OpenedFile> {
    const { variant, secondsLeft } = this.links.read(id, link);
    const row = await uploadById(this.database, id);
    const key = variant === 'thumb' ? row?.thumb_key : row?.storage_key;
    if (!row || !key) throw coded('upload.not-found');
    const asked = variant === 'full' ? askedRange(range, row.bytes) : 'whole';
    if (asked === 'outside') throw new RangeOutside(row.bytes);
    const part = asked === 'whole' ? undefined : asked;
    const { body, size } = await this.storage.open(key, part).catch((error: unknown) => this.refuse(error, id));
    return {
      body,
      mime: variant === 'thumb' ? 'image/jpeg' : row.mime,
      length: size,
      part: part ? `bytes ${part.start}-${part.end}/${row.bytes}` : null,
      secondsLeft,
      name: key.split('/').at(-1) as string,
    };
  }

  private refuse(error: unknown, id: string): never {
    if (error instanceof FileMissing) {
      this.log.error({ uploadId: id }, 'an upload has lost its file');
      throw coded('upload.not-found');
    }
    if (!(error instanceof StorageUnavailable)) throw error;
    this.log.error({ err: error, uploadId: id }, 'a file could not be read');
    throw coded('storage.unavailable');
  }
}
