/** A text with a picture put in, and where the words for whoever does not see it are to be written. */
export interface WithPicture {
  readonly text: string;
  readonly altAt: number;
}

/**
 * Puts a picture into the words of a lesson in the place of what is selected, as a paragraph of its own. Selected words
 * become those for whoever does not see it.
 */
export function insertPicture(text: string, from: number, to: number, imageId: string): WithPicture {
  const before = text.slice(0, from);
  const after = text.slice(to);
  const alt = text.slice(from, to).replaceAll(/\s+/g, ' ').trim();
  const lead = before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  const trail = after === '' || after.startsWith('\n\n') ? '' : after.startsWith('\n') ? '\n' : '\n\n';
  return {
    text: `${before}${lead}![${alt}](image:${imageId})${trail}${after}`,
    altAt: before.length + lead.length + 2 + alt.length,
  };
}
