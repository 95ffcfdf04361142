import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { takeIn } from '../../../api/platform/files/file-intake.ts';
import type { TakenFile } from '../../../api/platform/files/file-intake.ts';
import { METADATA_CANARY, pdf, photo, photoWithMetadata, pngImage } from '../../support/sample-files.ts';

async function taken(content: Buffer): Promise<TakenFile> {
  const result = await takeIn(content);
  if (typeof result === 'string') throw new Error(`not taken: ${result}`);
  return result;
}

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
const HTML = '<!doctype html><script>alert(1)</script>';

describe('taking in a file', () => {
  it('draws a photo anew: upright, and without what was written into it', async () => {
    const original = await photoWithMetadata(64, 48);
    expect(original.includes(METADATA_CANARY)).toBe(true);

    const { content, contentType } = await taken(original);

    expect(contentType).toBe('image/jpeg');
    expect(content.includes(METADATA_CANARY)).toBe(false);
    const facts = await sharp(content).metadata();
    expect(facts).toMatchObject({ format: 'jpeg', width: 48, height: 64 });
    expect([facts.exif, facts.xmp, facts.icc, facts.iptc]).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('keeps nothing that hides behind a photo', async () => {
    const polyglot = Buffer.concat([await photo(), Buffer.from(HTML), await pdf()]);

    const { content } = await taken(polyglot);

    expect(content.includes('<script')).toBe(false);
    expect(content.includes('%PDF')).toBe(false);
  });

  it('shrinks what is longer than 3,000 pixels and keeps the see-through parts of a picture', async () => {
    const { content, contentType } = await taken(await pngImage(4000, 1000));

    expect(contentType).toBe('image/webp');
    expect(await sharp(content).metadata()).toMatchObject({ format: 'webp', width: 3000, height: 750, hasAlpha: true });
  });

  it('takes WebP and leaves PDFs as they are', async () => {
    const webp = await sharp(await photo())
      .webp()
      .toBuffer();
    const document = await pdf();

    expect((await taken(webp)).contentType).toBe('image/webp');
    expect(await taken(document)).toEqual({ content: document, contentType: 'application/pdf', size: null });
  });

  it.each([
    ['a page', Buffer.from(HTML)],
    ['a drawing with a script', Buffer.from(SVG)],
    ['the same with an XML head', Buffer.from(`<?xml version="1.0"?>${SVG}`)],
    ['an archive', Buffer.from('504b0304140000000800', 'hex')],
    ['an animation format', Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')],
    ['a program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)])],
    ['text', Buffer.from('nothing in particular')],
    ['nothing', Buffer.alloc(0)],
    ['a PDF behind a page', Buffer.concat([Buffer.from(HTML), Buffer.from('%PDF-1.7\n%%EOF')])],
  ])('refuses %s, whatever it is called', async (_what, content) => {
    expect(await takeIn(content)).toBe('UNSUPPORTED_TYPE');
  });

  it.each([
    [
      'a page that begins as a photo',
      async () => Buffer.concat([Buffer.from('ffd8ffe000104a464946', 'hex'), Buffer.from(HTML)]),
    ],
    ['half a photo', async () => (await photo(200, 200)).subarray(0, 8_000)],
    ['a photo without its last tenth', async () => cutTail(await photo(200, 200), 0.1)],
    ['half a picture', async () => cutTail(await pngImage(), 0.5)],
    ['a photo of a kind that cannot be decoded here', async () => heic()],
  ])('refuses %s', async (_what, content) => {
    expect(await takeIn(await content())).toBe('UNREADABLE_IMAGE');
  });

  it('refuses more than 40 megapixels without unpacking them', async () => {
    const started = performance.now();

    expect(await takeIn(bomb(50_000, 50_000))).toBe('TOO_MANY_PIXELS');
    expect(await takeIn(bomb(8_000, 5_001))).toBe('TOO_MANY_PIXELS');

    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it.each([
    ['cut off', (whole: Buffer) => whole.subarray(0, whole.length - 40)],
    ['with an archive behind it', (whole: Buffer) => Buffer.concat([whole, Buffer.from('504b0304', 'hex')])],
    ['with a page behind it', (whole: Buffer) => Buffer.concat([whole, Buffer.from(HTML)])],
    ['of no version', (whole: Buffer) => Buffer.from(whole.toString('latin1').replace(/^%PDF-1/, '%PDF-x'), 'latin1')],
  ])('refuses a PDF %s', async (_how, change) => {
    expect(await takeIn(change(await pdf()))).toBe('UNREADABLE_PDF');
  });
});

function cutTail(content: Buffer, part: number): Buffer {
  return content.subarray(0, Math.floor(content.length * (1 - part)));
}

/** The head of a photo as some telephones store it; its codec is not free to use. */
function heic(): Buffer {
  return Buffer.concat([Buffer.from('000000186674797068656963000000006d696631', 'hex'), Buffer.alloc(200)]);
}

/** A PNG of few bytes that claims to be that large. */
function bomb(width: number, height: number): Buffer {
  const size = Buffer.alloc(8);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  const head = Buffer.concat([size, Buffer.from([8, 0, 0, 0, 0])]);
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(1_000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), body]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(body.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}
