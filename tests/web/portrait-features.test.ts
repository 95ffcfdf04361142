import { describe, expect, it } from 'vitest';
import { portraitFeatures } from '../../web/src/ui/portrait-features';

describe('a drawn face', () => {
  it('is the same for the same seed', () => {
    expect(portraitFeatures(417, 'FEMALE')).toEqual(portraitFeatures(417, 'FEMALE'));
  });

  it('differs between people', () => {
    const faces = new Set(Array.from({ length: 60 }, (_, seed) => JSON.stringify(portraitFeatures(seed))));
    expect(faces.size).toBeGreaterThan(55);
  });

  it('never gives a woman a beard', () => {
    expect(Array.from({ length: 200 }, (_, seed) => portraitFeatures(seed, 'FEMALE').beard)).toEqual(
      Array(200).fill('none'),
    );
  });
});
