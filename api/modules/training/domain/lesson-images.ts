/** A picture that the words of a lesson show: `![alt](image:<id>)`. */
export interface ImageReference {
  /** In small letters; of whatever stands there, also when it is no id. */
  readonly id: string;
  /** What is said to whoever does not see it. */
  readonly alt: string;
}

/** The alternative text may hold pairs of brackets, and whatever is escaped; a title may follow the address. */
const REFERENCE = /!\[((?:[^[\]\\]|\\.|\[[^[\]]*\])*)\]\(\s*<?image:([^\s)>]*)>?(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)/gi;

/** The pictures that a text in Markdown refers to, in order. */
export function listImageReferences(markdown: string): ImageReference[] {
  return [...markdown.matchAll(REFERENCE)].map(([, alt = '', id = '']) => ({ id: id.toLowerCase(), alt: alt.trim() }));
}
