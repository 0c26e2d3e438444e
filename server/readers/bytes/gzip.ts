import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Bytes } from '../reader.ts';
import { broken } from './broken.ts';
import { chunksOf } from './stored.ts';

/**
 * Unpacks gzip, also of several members.
 *
 * @throws InputError when it ends in the middle or is damaged
 */
export async function* gunzip(bytes: Bytes): AsyncGenerator<Uint8Array> {
  const source = Readable.from(bytes, { objectMode: false });
  const unpacked = createGunzip({ chunkSize: 256 * 2 ** 10 });
  source.on('error', (error) => unpacked.destroy(error));
  try {
    yield* chunksOf(source.pipe(unpacked));
  } catch (error) {
    throw gzipError(error);
  } finally {
    source.destroy();
    unpacked.destroy();
  }
}

function gzipError(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'Z_BUF_ERROR')
    return broken({
      message: 'The gzip file ends in the middle.',
      fix: 'It was cut off on its way; fetch it again, whole.',
    });
  if (typeof code === 'string' && code.startsWith('Z_')) {
    const message = `The gzip file is damaged (${error instanceof Error ? error.message : code}).`;
    return broken({ message, fix: 'Fetch it again.' });
  }
  return error;
}
