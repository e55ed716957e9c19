import type { FileHandle } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { broken, tooLarge } from './table';

/** One file inside a zip archive, as its directory declares it. Sizes in bytes. */
export interface ArchiveEntry {
  name: string;
  method: number;
  crc: number;
  packed: number;
  size: number;
  offset: number;
}

const END = 0x06054b50;
const DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;
const LONGEST_END = 22 + 65_535;
const MOST_ENTRIES = 2_000;
const MOST_DIRECTORY_BYTES = 1024 * 1024;
const READ_BYTES = 64 * 1024;

async function read(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  if (bytesRead !== length) throw broken();
  return buffer;
}

/** The archive's directory by name. Encrypted and 64-bit archives are refused: no spreadsheet that people fill in is either. */
export async function directoryOf(file: FileHandle): Promise<Map<string, ArchiveEntry>> {
  const { size } = await file.stat();
  const tailBytes = Math.min(size, LONGEST_END);
  const tail = await read(file, size - tailBytes, tailBytes);
  let end = tail.length - 22;
  while (end >= 0 && tail.readUInt32LE(end) !== END) end--;
  if (end < 0) throw broken();
  const [count, bytes, offset] = [tail.readUInt16LE(end + 10), tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)];
  if (count > MOST_ENTRIES || bytes > MOST_DIRECTORY_BYTES) throw tooLarge();
  if (offset + bytes > size) throw broken();
  return entriesOf(await read(file, offset, bytes), count);
}

function entriesOf(directory: Buffer, count: number): Map<string, ArchiveEntry> {
  const entries = new Map<string, ArchiveEntry>();
  let at = 0;
  for (let i = 0; i < count; i++) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== DIRECTORY) throw broken();
    const [nameBytes, extra, comment] = [directory.readUInt16LE(at + 28), directory.readUInt16LE(at + 30), directory.readUInt16LE(at + 32)];
    const name = directory.toString('utf8', at + 46, at + 46 + nameBytes);
    const encrypted = (directory.readUInt16LE(at + 8) & 1) === 1;
    if (encrypted || entries.has(name)) throw broken();
    entries.set(name, {
      name,
      method: directory.readUInt16LE(at + 10),
      crc: directory.readUInt32LE(at + 16),
      packed: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      offset: directory.readUInt32LE(at + 42),
    });
    at += 46 + nameBytes + extra + comment;
  }
  return entries;
}

/**
 * The bytes of one entry, inflated as they are read. Refuses an entry that declares, or turns out to hold, more than `most` bytes
 * (a bomb ends at its first byte too many), and one whose bytes are not those that the directory promises.
 */
export async function* contentOf(file: FileHandle, entry: ArchiveEntry, most: number): AsyncGenerator<Buffer> {
  if (entry.size > most) throw tooLarge();
  if (entry.method !== 0 && entry.method !== 8) throw broken();
  const local = await read(file, entry.offset, 30);
  if (local.readUInt32LE(0) !== LOCAL) throw broken();
  const start = entry.offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
  let [size, crc] = [0, 0];
  for await (const chunk of entry.method === 8 ? inflated(file, start, entry.packed) : packed(file, start, entry.packed)) {
    size += chunk.length;
    if (size > entry.size) throw size > most ? tooLarge() : broken();
    crc = crc32(chunk, crc);
    yield chunk;
  }
  if (size !== entry.size || crc !== entry.crc) throw broken();
}

async function* packed(file: FileHandle, start: number, bytes: number): AsyncGenerator<Buffer> {
  for (let done = 0; done < bytes; done += READ_BYTES) yield await read(file, start + done, Math.min(READ_BYTES, bytes - done));
}

async function* inflated(file: FileHandle, start: number, bytes: number): AsyncGenerator<Buffer> {
  const inflate = createInflateRaw();
  pipeline(Readable.from(packed(file, start, bytes)), inflate, () => {});
  try {
    for await (const chunk of inflate) yield chunk as Buffer;
  } catch {
    throw broken();
  } finally {
    inflate.destroy();
  }
}

/** An entry's header for an archive of our own: stored, not packed, so that its length is known in advance. */
export function storedHeader(name: string, entry: Pick<ArchiveEntry, 'crc' | 'size'>): Buffer {
  const header = Buffer.alloc(30 + name.length);
  header.writeUInt32LE(LOCAL, 0);
  header.writeUInt16LE(10, 4);
  header.writeUInt32LE(entry.crc, 14);
  header.writeUInt32LE(entry.size, 18);
  header.writeUInt32LE(entry.size, 22);
  header.writeUInt16LE(name.length, 26);
  header.write(name, 30, 'ascii');
  return header;
}

/** Closes an archive that is read as a stream and has no use for a directory. */
export function emptyEnd(): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  return end;
}
