/** What a drawn face is made of. The same seed always gives the same face. */
export interface PortraitFeatures {
  ground: number;
  skin: string;
  lip: string;
  hair: string;
  cloth: string;
  clothTrim: string;
  hairBack: string | undefined;
  hairFront: string;
  beard: 'none' | 'stubble' | 'full';
  glasses: boolean;
  collar: 'round' | 'shirt' | 'apron';
  smile: string;
  lines: boolean;
}

const skins = ['#f4d3b4', '#efc4a0', '#e2b088', '#cf9a6f', '#b57a50', '#8f5d3e', '#6e4530'];
const lips = ['#b5594b', '#ad5445', '#a24b3d', '#954536', '#82392c', '#6b2d24', '#54231c'];
const darkHairs = ['#1f1b1a', '#2b211d', '#3b2a20', '#25262b'];
const otherHairs = ['#5b3b27', '#7d5534', '#a3713f', '#8a8580', '#b9b2aa'];
const cloths: readonly (readonly [string, string])[] = [
  ['#0e6a56', '#0a5344'],
  ['#35587e', '#284462'],
  ['#a4572c', '#824421'],
  ['#6a4a63', '#523850'],
  ['#39474a', '#283335'],
  ['#b98a3a', '#94702f'],
  ['#8c3f3f', '#6f3131'],
  ['#e9e2d4', '#cfc5b3'],
];

// Each front is the hair over the forehead; each back what falls behind the neck. The head spans 30…66 × 28…76.
const shortFronts = [
  'M29 51c-1-19 8-28 19-28s20 9 19 27c-3-9-8-13-15-14-8 4-17 5-23 15z',
  'M29 49c-1-17 8-26 20-26s19 10 18 25c-5-6-6-9-8-11-10 4-22 2-30 12z',
  'M29.5 47c0-14 7-24 18.5-24s18.5 9 18.5 24c-2-6-6-10-18.5-10s-16 4-18.5 10z',
  'M29 50c-2-14 3-21 8-24 2 2 3 1 5-1 2 2 5 1 7-1 2 3 5 2 7 2 6 4 11 10 11 24-3-8-7-11-11-12-8 3-18 1-27 12z',
];
const longFronts = [
  'M28 54c-2-20 8-31 20-31s22 11 20 31c-2-9-6-14-12-17-8 7-19 7-28 17z',
  'M28 55c-3-21 8-32 20-32s23 11 20 32c-3-6-4-13-7-17H36c-4 4-5 11-8 17z',
  'M28 53c-1-20 8-30 20-30s21 10 20 30c-3-8-9-14-20-18-8 4-16 9-20 18z',
];
const backs = {
  bob: 'M25 52c-1-20 9-31 23-31s24 11 23 31c1 8 1 13-1 18-14 7-30 7-44 0-2-5-2-10-1-18z',
  long: 'M25 50c0-20 9-30 23-30s23 10 23 30c1 13 3 26 4 38-16 9-38 9-54 0 1-12 3-25 4-38z',
  bun: 'M39 20a9 9 0 0 1 18 0 9 9 0 0 1-18 0z',
  tail: 'M60 30c12 2 17 14 14 30-1 7-4 11-8 12 2-12 1-28-6-42z',
  curls:
    'M24 52c-4-4-3-10 1-13-1-6 3-11 8-12 3-6 10-8 15-6 6-2 12 1 15 6 5 1 9 6 8 12 4 3 5 9 1 13 2 6-1 11-6 12H30c-5-1-8-6-6-12z',
};
const smiles = ['M42 64.5c3 3.6 9 3.6 12 0', 'M41.5 64c3.5 4.6 9.5 4.6 13 0', 'M43 65c3 2.6 8 2.4 10.5-.6'];

function scramble(seed: number, salt: number): number {
  let x = (Math.imul(seed | 0, 2654435761) + Math.imul(salt, 40503)) >>> 0;
  x ^= x >>> 15;
  x = Math.imul(x, 2246822519) >>> 0;
  x ^= x >>> 13;
  x = Math.imul(x, 3266489917) >>> 0;
  return (x ^ (x >>> 16)) >>> 0;
}

/** Chooses a face from a seed; the gender of the profile only steers hair and beard. */
export function portraitFeatures(seed: number, gender?: 'FEMALE' | 'MALE' | 'OTHER'): PortraitFeatures {
  const draw = (salt: number, below: number): number => scramble(seed, salt) % below;
  const pick = <Item>(items: readonly Item[], salt: number): Item => items[draw(salt, items.length)] as Item;

  const longHaired = gender === 'FEMALE' ? draw(1, 10) > 0 : gender === 'MALE' ? draw(1, 14) === 0 : draw(1, 2) === 0;
  // Even seeds draw from a narrower range, so that a region can look like itself; odd ones from all of it.
  const narrow = seed % 2 === 0;
  const skinIndex = pick(narrow ? [0, 0, 0, 1, 1, 1, 2, 2] : [0, 1, 1, 2, 2, 3, 3, 4, 5, 6], 2);
  const [cloth, clothTrim] = pick(cloths, 4);
  const back = longHaired
    ? pick(narrow ? (['bob', 'long', 'bun', 'tail'] as const) : (['bob', 'long', 'bun', 'tail', 'curls'] as const), 5)
    : undefined;
  const grey = draw(3, 5) === 0;
  const hair = grey
    ? pick(otherHairs.slice(3), 6)
    : narrow || skinIndex > 3 || draw(7, 3) > 0
      ? pick(darkHairs, 6)
      : pick(otherHairs.slice(0, 3), 6);
  const beardDraw = draw(8, 6);

  return {
    ground: 1 + draw(9, 6),
    skin: skins[skinIndex] as string,
    lip: lips[skinIndex] as string,
    hair,
    cloth,
    clothTrim,
    hairBack: back && backs[back],
    hairFront: pick(longHaired ? longFronts : shortFronts, 10),
    beard: gender === 'FEMALE' || longHaired ? 'none' : beardDraw === 0 ? 'full' : beardDraw === 1 ? 'stubble' : 'none',
    glasses: draw(11, 7) === 0,
    collar: pick(['round', 'shirt', 'apron'] as const, 12),
    smile: pick(smiles, 13),
    lines: grey,
  };
}
