import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { coded } from '../../../platform/http/coded-error';
import type { FileKind } from './file-kind.policy';
import type { Media } from './media';
import { type Box, blank, boxAt, broken, fateOf, HEADER_BYTES, type MovieFacts, movieFacts, withoutNotes } from './movie';

const LONGEST_MS = 60_000;
/** Phones that stop at sixty seconds stop at the next whole picture. */
const TOLERANCE_MS = 500;
/** The description of a minute of video has a tenth of it. */
const MOST_LOOKED_INTO = 4 * 1024 * 1024;
/** A film in pieces has two boxes for each of them. */
const MOST_BOXES = 2_000;
const ZEROS = Buffer.alloc(64 * 1024);

/** Makes a video ready in its own file: its notes about place and phone are blanked, its pictures are left as they came. */
@Injectable()
export class VideoWorkshop {
  /** @throws CodedError `upload.unreadable`, `upload.type-unsupported`, `upload.too-large` */
  async develop(path: string, { mime, extension }: FileKind): Promise<Media> {
    const file = await open(path, 'r+');
    try {
      const { size } = await file.stat();
      const { durationMs, width, height } = await this.withoutNotes(file, size);
      if (durationMs > LONGEST_MS + TOLERANCE_MS) throw coded('upload.too-large', '视频太长（上限 60 秒），请剪短后再传');
      return { mime, extension, bytes: size, body: () => createReadStream(path), thumb: null, width, height, durationMs };
    } finally {
      await file.close();
    }
  }

  private async withoutNotes(file: FileHandle, size: number): Promise<MovieFacts> {
    let facts: MovieFacts | null = null;
    let hasPictures = false;
    for (let [at, boxes] = [0, 1]; at < size; boxes++) {
      if (boxes > MOST_BOXES) throw broken();
      const box = boxAt(await read(file, at, Math.min(HEADER_BYTES, size - at)), at, size);
      if (!box) {
        // What hides behind the last box is no video.
        await zero(file, at, size);
        break;
      }
      hasPictures ||= box.type === 'mdat';
      const fate = fateOf(box);
      if (fate === 'blank') await blankIn(file, box);
      if (fate === 'look') {
        const found = await this.lookInto(file, box);
        if (box.type === 'moov') facts ??= movieFacts(found);
      }
      at = box.end;
    }
    if (!facts || !hasPictures) throw broken();
    return facts;
  }

  private async lookInto(file: FileHandle, { start, end }: Box): Promise<Buffer> {
    if (end - start > MOST_LOOKED_INTO) throw broken();
    const clean = withoutNotes(await read(file, start, end - start));
    await file.write(clean, 0, clean.length, start);
    return clean;
  }
}

async function read(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at);
  return buffer.subarray(0, bytesRead);
}

async function blankIn(file: FileHandle, box: Box): Promise<void> {
  const header = await read(file, box.start, box.content - box.start);
  blank(header, { ...box, start: 0, content: header.length, end: header.length });
  await file.write(header, 0, header.length, box.start);
  await zero(file, box.content, box.end);
}

async function zero(file: FileHandle, from: number, to: number): Promise<void> {
  for (let at = from; at < to; at += ZEROS.length) await file.write(ZEROS, 0, Math.min(ZEROS.length, to - at), at);
}
