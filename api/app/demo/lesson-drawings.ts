import sharp from 'sharp';

/** What a lesson of the demo shows; drawn without words, so that it says the same in every language. */
export type LessonDrawing = 'LABEL_SIGNS' | 'CLOTH_COLOURS' | 'SAFE_SLEEP';

/** A drawing as it is kept. */
export interface DrawnImage {
  readonly content: Buffer;
  readonly width: number;
  readonly height: number;
}

const WIDTH = 1_200;
const HEIGHT = 560;
const PAPER = '#fbf8f3';
const INK = '#1e2a2c';
const LINE = '#cfc5b6';
const SIGN = '#b3261e';
const SKIN = '#e7c3a3';
const GREEN = '#0e6a56';

export async function drawLesson(drawing: LessonDrawing): Promise<DrawnImage> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" fill="none" stroke-linecap="round" stroke-linejoin="round">
    <rect width="${WIDTH}" height="${HEIGHT}" fill="${PAPER}"/>${DRAWINGS[drawing]()}</svg>`;
  const { data, info } = await sharp(Buffer.from(svg)).webp({ quality: 90 }).toBuffer({ resolveWithObject: true });
  return { content: data, width: info.width, height: info.height };
}

const DRAWINGS: Readonly<Record<LessonDrawing, () => string>> = {
  LABEL_SIGNS: () =>
    [
      sign(
        220,
        `<g transform="rotate(18 -30 -62)"><path d="M-96-80h112M-96-44h112M-96-80v36" stroke="${INK}" stroke-width="10"/><path d="M-96-44h112v-14h-112z" fill="${INK}"/></g><path d="M30-18v10M30 12v10" stroke="${INK}" stroke-width="14"/><path d="M-96 86V58c26-8 44-18 70-18h66c16 0 18 20 2 22H0h58c26-4 34 12 14 20l-44 20c-8 4-16 4-26 4h-44c-20 0-34-12-54-20z" fill="${INK}"/>`,
      ),
      sign(600, `<path d="M0-78v92" stroke="${INK}" stroke-width="24"/><circle cx="0" cy="62" r="15" fill="${INK}"/>`),
      sign(
        980,
        `<path d="M0 74c-42 0-62-30-54-64 6-24 30-38 30-72 30 14 42 36 40 56 10-4 14-14 14-22 22 22 30 42 24 66-6 22-26 36-54 36z" fill="${INK}"/>`,
      ),
    ].join(''),
  CLOTH_COLOURS: () =>
    [
      cloth(
        170,
        '#c8463c',
        `<path d="M-44-52h88v20c0 34-14 48-30 54v32h-28v-32c-16-6-30-20-30-54z" stroke="${INK}" stroke-width="8"/>`,
      ),
      cloth(
        457,
        '#e2b93b',
        `<path d="M-56-4H56c0 34-18 54-42 54h-28c-24 0-42-20-42-54zM-40-4v-32c0-18 26-18 26 0" stroke="${INK}" stroke-width="8"/>`,
      ),
      cloth(
        743,
        '#4f9d69',
        `<path d="M-50-16h100v46c0 14-10 22-22 22h-56c-12 0-22-8-22-22zM-68-16H68M-16-44v12M16-44v12" stroke="${INK}" stroke-width="8"/>`,
      ),
      cloth(
        1_030,
        '#4a7fb5',
        `<path d="M-44-6v-30c0-12 8-18 20-18h48c12 0 20 6 20 18v30M-44 18v-14c0-24-30-22-30 0v38H74V4c0-22-30-24-30 0v14zM-58 42v14M58 42v14" stroke="${INK}" stroke-width="8"/>`,
      ),
    ].join(''),
  SAFE_SLEEP: () => `
    <path d="M250 470V170M950 470V170M250 230h700M250 420h700" stroke="${GREEN}" stroke-width="14"/>
    ${Array.from({ length: 11 }, (_, bar) => `<path d="M${310 + bar * 58} 236v178" stroke="${LINE}" stroke-width="8"/>`).join('')}
    <rect x="272" y="374" width="656" height="46" rx="18" fill="#ffffff" stroke="${INK}" stroke-width="8"/>
    <path d="M486 372c0-52 60-66 128-66h96c40 0 62 30 62 66z" fill="#9cc5b6" stroke="${INK}" stroke-width="8"/>
    <circle cx="438" cy="322" r="50" fill="${SKIN}" stroke="${INK}" stroke-width="8"/>
    <path d="M420 308c4 6 12 6 16 0M448 308c4 6 12 6 16 0M432 336c8 8 18 8 26 0" stroke="${INK}" stroke-width="6"/>
    <path d="M560 308c-14-36-4-58 18-70" stroke="${INK}" stroke-width="8"/>
    <circle cx="584" cy="228" r="13" fill="${SKIN}" stroke="${INK}" stroke-width="6"/>`,
};

/** A warning sign: a red diamond around what it warns of. */
function sign(x: number, inside: string): string {
  return `<g transform="translate(${x} 280)"><path d="M0-178 178 0 0 178-178 0z" fill="#ffffff" stroke="${SIGN}" stroke-width="18"/>${inside}</g>`;
}

/** A folded cloth under what it is for. */
function cloth(x: number, colour: string, place: string): string {
  return `<g transform="translate(${x} 150)">${place}</g>
    <g transform="translate(${x} 360)"><rect x="-104" y="-70" width="208" height="150" rx="18" fill="${colour}"/>
    <path d="M-104 6c60 22 148 22 208 0M-50-70c10 34 10 40 2 76" stroke="#ffffff" stroke-opacity="0.55" stroke-width="6"/></g>`;
}
