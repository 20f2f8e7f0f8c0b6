import { inflateRawSync } from 'node:zlib';

/**
 * The parts of a spreadsheet's archive, unpacked by us and counted while they grow: a small file that says it becomes
 * gigabytes is not believed, and none is unpacked past the limit, whatever its directory says.
 */
const unpackedBytesMax = 24 * 1024 * 1024;
const partsMax = 200;
const endMark = 0x06054b50;
const directoryMark = 0x02014b50;
const localMark = 0x04034b50;
const localHeadBytes = 30;
const directoryHeadBytes = 46;
const endBytes = 22;

/** Undefined when it is no such archive, or larger than a list of people can be. */
export function unpack(archive: Buffer): Map<string, Buffer> | undefined {
  try {
    const parts = new Map<string, Buffer>();
    let left = unpackedBytesMax;
    for (const entry of entriesOf(archive)) {
      if (parts.size === partsMax) return undefined;
      if (!/\.(xml|rels)$/.test(entry.name)) continue;
      const body = inflate(archive, entry, left);
      left -= body.length;
      parts.set(entry.name, body);
    }
    return parts;
  } catch {
    return undefined;
  }
}

type Entry = { name: string; method: number; packedBytes: number; at: number };

/** Reads the directory at the archive's end; offsets outside of it throw. */
function* entriesOf(archive: Buffer): Generator<Entry> {
  let end = archive.length - endBytes;
  while (archive.readUInt32LE(end) !== endMark) end -= 1;
  let at = archive.readUInt32LE(end + 16);
  for (let count = archive.readUInt16LE(end + 10); count > 0; count--) {
    if (archive.readUInt32LE(at) !== directoryMark) throw new Error('no directory');
    const nameBytes = archive.readUInt16LE(at + 28);
    const name = archive.toString(
      'utf8',
      at + directoryHeadBytes,
      at + directoryHeadBytes + nameBytes,
    );
    yield {
      name,
      method: archive.readUInt16LE(at + 10),
      packedBytes: archive.readUInt32LE(at + 20),
      at: archive.readUInt32LE(at + 42),
    };
    const more = archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
    at += directoryHeadBytes + nameBytes + more;
  }
}

function inflate(archive: Buffer, { method, packedBytes, at }: Entry, bytesMax: number): Buffer {
  if (archive.readUInt32LE(at) !== localMark) throw new Error('no part');
  const names = archive.readUInt16LE(at + 26) + archive.readUInt16LE(at + 28);
  const from = at + localHeadBytes + names;
  const packed = archive.subarray(from, from + packedBytes);
  if (method === 8) return inflateRawSync(packed, { maxOutputLength: Math.max(1, bytesMax) });
  if (method === 0 && packed.length <= bytesMax) return packed;
  throw new Error('packed in another way');
}

/** The parts as an archive in which nothing is packed: what reads it can be surprised by nothing any more. */
export function storedArchive(parts: Map<string, Buffer>): ArrayBuffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, body] of parts) {
    const named = Buffer.from(name);
    const sizes = Buffer.alloc(12);
    sizes.writeUInt32LE(body.length, 4);
    sizes.writeUInt32LE(body.length, 8);
    const local = Buffer.alloc(localHeadBytes);
    local.writeUInt32LE(localMark, 0);
    sizes.copy(local, 14);
    local.writeUInt16LE(named.length, 26);
    const head = Buffer.alloc(directoryHeadBytes);
    head.writeUInt32LE(directoryMark, 0);
    sizes.copy(head, 16);
    head.writeUInt16LE(named.length, 28);
    head.writeUInt32LE(at, 42);
    bodies.push(local, named, body);
    directory.push(head, named);
    at += local.length + named.length + body.length;
  }
  const end = Buffer.alloc(endBytes);
  end.writeUInt32LE(endMark, 0);
  end.writeUInt16LE(parts.size, 8);
  end.writeUInt16LE(parts.size, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...bodies, ...directory, end])).buffer;
}
