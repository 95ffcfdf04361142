import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { create as createQrCode } from 'qrcode';
import type { Locale } from '../../kernel/locale.ts';

/** What stands on a certificate. */
export interface CertificateFacts {
  readonly locale: Locale;
  readonly holder: string;
  readonly course: string;
  /** Local days, YYYY-MM-DD. */
  readonly validFrom: string;
  readonly validUntil: string | null;
  readonly code: string;
  /** The public page that the QR code leads to. */
  readonly verifyUrl: string;
}

const WORDS = {
  en: {
    kind: 'Certificate',
    passed: 'has passed the course',
    from: 'Valid from',
    until: 'Valid until',
    forever: 'without end',
    code: 'Code',
    check: 'Scan to check that this certificate holds today.',
    brand: 'Doorstep',
  },
  'zh-CN': {
    kind: '结业证书',
    passed: '已通过课程',
    from: '生效日期',
    until: '有效期至',
    forever: '长期有效',
    code: '验证码',
    check: '扫码查看本证书今天是否有效。',
    brand: 'Doorstep',
  },
} as const;

const INK = '#1e2a2c';
const QUIET = '#566265';
const LINE = '#e6dfd4';
const PAPER = '#fbf8f3';
const EVERGREEN = '#0e6a56';
const APRICOT = '#e8995a';
/** A4 across, in points. */
const PAGE = { width: 841.89, height: 595.28 };
const EDGE = 64;
const QR_SIZE = 116;

const locate = createRequire(import.meta.url);
const FONTS = {
  text: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  bold: '@expo-google-fonts/noto-sans-sc/600SemiBold/NotoSansSC_600SemiBold.ttf',
};
let fonts: Promise<{ text: Buffer; bold: Buffer }> | null = null;

/** Ten megabytes each, read once and kept: what goes into a certificate is only the part it needs. */
async function loadFonts(): Promise<{ text: Buffer; bold: Buffer }> {
  fonts ??= Promise.all([readFile(locate.resolve(FONTS.text)), readFile(locate.resolve(FONTS.bold))]).then(
    ([text, bold]) => ({ text, bold }),
  );
  return fonts;
}

/** Draws a certificate as a PDF of one page, with text that can be selected and searched in either language. */
export async function drawCertificate(facts: CertificateFacts): Promise<Buffer> {
  const { text, bold } = await loadFonts();
  const words = WORDS[facts.locale];
  const document = new PDFDocument({
    size: [PAGE.width, PAGE.height],
    margin: 0,
    font: text as unknown as string,
    lang: facts.locale,
    displayTitle: true,
    info: {
      Title: `${words.kind}: ${facts.course}`,
      Author: words.brand,
      CreationDate: new Date(`${facts.validFrom}T00:00:00Z`),
    },
  });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const finished = new Promise<void>((resolve) => {
    document.once('end', resolve);
  });
  document.registerFont('text', text);
  document.registerFont('bold', bold);
  drawPaper(document);
  drawWords(document, facts);
  drawQrCode(document, facts.verifyUrl);
  document.end();
  await finished;
  return Buffer.concat(chunks);
}

type Page = InstanceType<typeof PDFDocument>;

/** The mark, a doorway, and the frame of the page in the same arch. */
function drawPaper(page: Page): void {
  page.rect(0, 0, PAGE.width, PAGE.height).fill(PAPER);
  page
    .roundedRect(EDGE / 2, EDGE / 2, PAGE.width - EDGE, PAGE.height - EDGE, 14)
    .lineWidth(1)
    .stroke(LINE);
  page.save().translate(EDGE, EDGE).scale(1.5);
  page.path('M2 33V15a13 13 0 0 1 26 0v18z').fill(EVERGREEN);
  page.path('M9 33V17a6 6 0 0 1 12 0v16z').fill(PAPER);
  page.circle(18.3, 24.5, 1.4).fill(APRICOT);
  page.restore();
}

function drawWords(page: Page, { locale, holder, course, validFrom, validUntil, code }: CertificateFacts): void {
  const words = WORDS[locale];
  const width = PAGE.width - 2 * EDGE;
  const day = (date: string): string =>
    new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
      new Date(`${date}T00:00:00Z`),
    );
  page
    .font('bold')
    .fontSize(17)
    .fillColor(INK)
    .text(words.brand, EDGE + 58, EDGE + 19);
  page.font('text').fontSize(15).fillColor(EVERGREEN).text(words.kind, EDGE, 186, { width });
  drawFitting(page, holder, 212, 42, width);
  page.font('text').fontSize(15).fillColor(QUIET).text(words.passed, EDGE, 282, { width });
  drawFitting(page, course, 306, 26, width);
  const bottom = PAGE.height - EDGE - 70;
  const column = (label: string, value: string, left: number): void => {
    page.font('text').fontSize(11).fillColor(QUIET).text(label, left, bottom, { lineBreak: false });
    page
      .font('bold')
      .fontSize(14)
      .fillColor(INK)
      .text(value, left, bottom + 18, { lineBreak: false });
  };
  column(words.from, day(validFrom), EDGE);
  column(words.until, validUntil === null ? words.forever : day(validUntil), EDGE + 165);
  column(words.code, code, EDGE + 330);
  page
    .font('text')
    .fontSize(11)
    .fillColor(QUIET)
    .text(words.check, EDGE, bottom + 50, { width: width - QR_SIZE - 24, lineBreak: false });
}

/** One line in the largest size up to `size` that fits; a very long one takes two lines of the smallest. */
function drawFitting(page: Page, words: string, top: number, size: number, width: number): void {
  page.font('bold').fillColor(INK);
  let fitting = size;
  while (fitting > 16 && page.fontSize(fitting).widthOfString(words) > width) fitting -= 1;
  page.fontSize(fitting).text(words, EDGE, top + (size - fitting), { width, height: 2 * size, ellipsis: true });
}

function drawQrCode(page: Page, url: string): void {
  const { modules } = createQrCode(url, { errorCorrectionLevel: 'M' });
  const side = QR_SIZE / modules.size;
  const left = PAGE.width - EDGE - QR_SIZE;
  const top = PAGE.height - EDGE - QR_SIZE;
  for (let row = 0; row < modules.size; row += 1)
    for (let column = 0; column < modules.size; column += 1)
      if (modules.get(row, column)) page.rect(left + column * side, top + row * side, side, side);
  page.fill(INK);
}
