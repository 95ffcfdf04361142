import { randomBytes } from 'node:crypto';
import PDFDocument from 'pdfkit';
import sharp from 'sharp';

/** Text that stands in the metadata of `photoWithMetadata` and must be in nothing that is kept. */
export const METADATA_CANARY = 'CANARY-51.5074N-0.1278W';

/** A photo of noise, so that it is as large as its pixels. */
export async function photo(width = 64, height = 48): Promise<Buffer> {
  return sharp(randomBytes(width * height * 3), { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 90 })
    .toBuffer();
}

/** A photo taken with the camera on its side, which says where and by whom. */
export async function photoWithMetadata(width = 64, height = 48): Promise<Buffer> {
  const plain = await photo(width, height);
  return sharp(plain)
    .withMetadata({ orientation: 6 })
    .withExifMerge({
      IFD0: { ImageDescription: METADATA_CANARY, Artist: METADATA_CANARY },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 26/1', GPSProcessingMethod: METADATA_CANARY },
    })
    .toBuffer();
}

export async function pngImage(width = 64, height = 48): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 4, background: { r: 20, g: 90, b: 70, alpha: 0.5 } } })
    .png()
    .toBuffer();
}

export async function pdf(text = 'Certificate of good standing'): Promise<Buffer> {
  const document = new PDFDocument();
  const pieces: Buffer[] = [];
  document.on('data', (piece: Buffer) => pieces.push(piece));
  const ended = new Promise((done) => void document.on('end', done));
  document.text(text);
  document.end();
  await ended;
  return Buffer.concat(pieces);
}
