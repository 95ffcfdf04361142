const typing =
  'input, textarea, select, [contenteditable=""], [contenteditable="true"], [role="textbox"], [role="combobox"], [role="listbox"], [role="grid"]';

/** What decides whether a pressed key is meant for the page; the parts of a `KeyboardEvent` that count. */
export interface PressedKey {
  key: string;
  target: EventTarget | null;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  isComposing: boolean;
  repeat: boolean;
  defaultPrevented: boolean;
}

/** Single-key shortcuts never fire while somebody types, chooses in a list, holds a modifier, composes Chinese, or has a dialog open. */
export function isShortcut(event: PressedKey): boolean {
  if (
    event.defaultPrevented ||
    event.isComposing ||
    event.ctrlKey ||
    event.metaKey ||
    event.altKey ||
    event.key === 'Process'
  )
    return false;
  const target = event.target;
  if (!(target instanceof Element)) return true;
  return target.closest(`${typing}, [role="dialog"], [role="menu"]`) === null;
}
