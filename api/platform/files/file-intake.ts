import { fileTypeFromBuffer } from 'file-type';
import sharp from 'sharp';
import type { Sharp } from 'sharp';

/** What is kept after a file has been looked into. */
export interface TakenFile {
  readonly content: Buffer;
  readonly contentType: 'image/jpeg' | 'image/webp' | 'application/pdf';
  /** Of a picture as it is kept, in pixels; null for a PDF. */
  readonly size: { readonly width: number; readonly height: number } | null;
}

/** Why a file is not taken. */
export type FileFault = 'UNSUPPORTED_TYPE' | 'UNREADABLE_IMAGE' | 'TOO_MANY_PIXELS' | 'UNREADABLE_PDF';

const MOST_PIXELS = 40_000_000;
const LONGEST_EDGE = 3_000;
const IMAGE_TYPES = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'image/heif']);

/**
 * Looks at what a file is, not at what it is called. Images are drawn anew, upright and without anything that was written
 * into them (place, device, comments, files behind the picture); PDFs stay as they are.
 */
export async function takeIn(content: Buffer): Promise<TakenFile | FileFault> {
  const type = await fileTypeFromBuffer(content).catch(() => undefined);
  if (type?.mime === 'application/pdf')
    return isWholePdf(content) ? { content, contentType: 'application/pdf', size: null } : 'UNREADABLE_PDF';
  return type && IMAGE_TYPES.has(type.mime) ? drawAnew(content) : 'UNSUPPORTED_TYPE';
}

async function drawAnew(content: Buffer): Promise<TakenFile | FileFault> {
  // "error": a torn file is none, a photo with a slip in its metadata is one.
  const picture = sharp(content, { limitInputPixels: MOST_PIXELS, failOn: 'error' });
  try {
    const { format } = await picture.metadata();
    const isPhoto = format === 'jpeg' || format === 'heif';
    const upright = picture
      .autoOrient()
      .resize({ width: LONGEST_EDGE, height: LONGEST_EDGE, fit: 'inside', withoutEnlargement: true });
    const { data, info } = await encode(upright, isPhoto).toBuffer({ resolveWithObject: true });
    const { width, height } = info;
    return { content: data, contentType: isPhoto ? 'image/jpeg' : 'image/webp', size: { width, height } };
  } catch (error) {
    return error instanceof Error && error.message.includes('pixel limit') ? 'TOO_MANY_PIXELS' : 'UNREADABLE_IMAGE';
  }
}

function encode(picture: Sharp, isPhoto: boolean): Sharp {
  return isPhoto ? picture.jpeg({ quality: 86, chromaSubsampling: '4:4:4' }) : picture.webp({ quality: 90 });
}

/** Begins as a PDF and ends as one, with nothing but blanks behind its end: no page or archive is hidden around it. */
function isWholePdf(content: Buffer): boolean {
  const head = content.subarray(0, 8).toString('latin1');
  const tail = content.subarray(-1024).toString('latin1');
  return /^%PDF-[12]\.\d/.test(head) && /%%EOF[\s\0]*$/.test(tail) && content.includes('startxref');
}
