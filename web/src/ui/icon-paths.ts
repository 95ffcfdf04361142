/** Line icons drawn for Doorstep on a 24 × 24 field, one stroke weight, round ends. */
export const iconPaths = {
  broom:
    '<path d="M20 4l-7.5 7.5M10.2 9.3l4.5 4.5M10.2 9.3C7 9.8 4.8 12 3.5 16c1.2 1.9 2.6 3.3 4.5 4.5 4-1.3 6.2-3.5 6.7-6.7M6.5 17.5l2.5-2.5M9.5 19.5l1.5-2"/>',
  scissors: '<circle cx="6" cy="6" r="2.6"/><circle cx="6" cy="18" r="2.6"/><path d="M8.2 7.6L20 17M8.2 16.4L20 7"/>',
  wrench: '<path d="M14.5 6.5a4 4 0 0 0-5.3 5L4 16.8 7.2 20l5.3-5.2a4 4 0 0 0 5-5.3l-2.4 2.4-2.4-.6-.6-2.4z"/>',
  heart: '<path d="M12 20s-7-4.4-7-9.6A3.9 3.9 0 0 1 12 8a3.9 3.9 0 0 1 7 2.4C19 15.6 12 20 12 20z"/>',
  pin: '<path d="M12 21s6.5-5.6 6.5-11A6.5 6.5 0 0 0 5.5 10c0 5.4 6.5 11 6.5 11z"/><circle cx="12" cy="10" r="2.3"/>',
  calendar: '<rect x="4" y="5.5" width="16" height="14.5" rx="2.5"/><path d="M4 10h16M8.5 3.5v4M15.5 3.5v4"/>',
  clock: '<circle cx="12" cy="12" r="8.5"/><path d="M12 7.5V12l3 2"/>',
  shield: '<path d="M12 3.5l7 2.6v5.4c0 4.6-3 7.6-7 9-4-1.4-7-4.4-7-9V6.1z"/><path d="M9 12l2.2 2.2L15.2 10"/>',
  star: '<path d="M12 4l2.4 5 5.4.7-4 3.8 1 5.4-4.8-2.7-4.8 2.7 1-5.4-4-3.8 5.4-.7z" fill="currentColor"/>',
  starLine: '<path d="M12 4l2.4 5 5.4.7-4 3.8 1 5.4-4.8-2.7-4.8 2.7 1-5.4-4-3.8 5.4-.7z"/>',
  walk: '<circle cx="13" cy="4.8" r="1.6"/><path d="M10 21l2-6-2.5-2.5L11 8l3 2 2.5 1M8 12l1-3 2-1M12 15l2.5 6"/>',
  bicycle:
    '<circle cx="6" cy="16" r="3.6"/><circle cx="18" cy="16" r="3.6"/><path d="M6 16l3.5-7H15l3 7M9.5 9l4 7H6M8 6.5h2.5M15 9l-.8-2.5h2"/>',
  transit: '<rect x="5" y="4" width="14" height="13" rx="2.5"/><path d="M5 11h14M8 20v-3M16 20v-3"/>',
  car: '<path d="M4 16.5v-4l2-5.2A2 2 0 0 1 7.9 6h8.2A2 2 0 0 1 18 7.3l2 5.2v4zM4 12.5h16M6.5 16.5V19M17.5 16.5V19"/>',
  key: '<circle cx="8" cy="15" r="4"/><path d="M11 12l8-8M16 7l2.5 2.5M13.5 9.5l2 2"/>',
  info: '<circle cx="12" cy="12" r="8.5"/><path d="M12 11v5M12 8v.2"/>',
  warning: '<path d="M12 4.5l8.5 15h-17zM12 10.5v4M12 17v.2"/>',
  check: '<path d="M5 12.5l4.5 4.5L19 7.5"/>',
  close: '<path d="M6 6l12 12M18 6L6 18"/>',
  chevronDown: '<path d="M6 9.5l6 6 6-6"/>',
  chevronLeft: '<path d="M14.5 6l-6 6 6 6"/>',
  chevronRight: '<path d="M9.5 6l6 6-6 6"/>',
  arrowRight: '<path d="M5 12h14M13 6l6 6-6 6"/>',
  filter: '<path d="M4 7h16M7 12h10M10 17h4"/>',
  search: '<circle cx="11" cy="11" r="6"/><path d="M15.5 15.5L20 20"/>',
  sun: '<circle cx="12" cy="12" r="3.8"/><path d="M12 3.5v2M12 18.5v2M3.5 12h2M18.5 12h2M6 6l1.4 1.4M16.6 16.6L18 18M6 18l1.4-1.4M16.6 7.4L18 6"/>',
  moon: '<path d="M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z"/>',
  globe:
    '<circle cx="12" cy="12" r="8.5"/><path d="M3.5 12h17M12 3.5c2.6 2.6 3.6 5.4 3.6 8.5s-1 5.9-3.6 8.5c-2.6-2.6-3.6-5.4-3.6-8.5s1-5.9 3.6-8.5z"/>',
  user: '<circle cx="12" cy="8.5" r="3.8"/><path d="M4.5 20c.8-4 3.8-6 7.5-6s6.7 2 7.5 6"/>',
  menu: '<path d="M4 7h16M4 12h16M4 17h16"/>',
  locate: '<circle cx="12" cy="12" r="5.5"/><path d="M12 3v3.5M12 17.5V21M3 12h3.5M17.5 12H21"/>',
  home: '<path d="M4.5 20V11.5a7.5 7.5 0 0 1 15 0V20zM9.5 20v-5.5a2.5 2.5 0 0 1 5 0V20"/>',
  card: '<rect x="3.5" y="6" width="17" height="12.5" rx="2.5"/><path d="M3.5 10.5h17M7 15h3"/>',
  receipt: '<path d="M6 3.5h12v17l-2.4-1.5-2.4 1.5-2.4-1.5-2.4 1.5L6 20.5zM9 8.5h6M9 12.5h6"/>',
  chat: '<path d="M5 5h14v10H10l-4 4v-4H5z"/>',
  refresh: '<path d="M19 12a7 7 0 1 1-2-5M19 4.5V8.5h-4"/>',
  plus: '<path d="M12 5v14M5 12h14"/>',
  minus: '<path d="M5 12h14"/>',
  offline: '<path d="M4 4l16 16M8.5 15.5a5 5 0 0 1 5-1.2M5 12a10 10 0 0 1 4-2.4M19 12a10 10 0 0 0-6-2.9M12 19v.2"/>',
  paper: '<path d="M7 3.5h7l4 4v13H7zM14 3.5v4h4M10 12h5M10 15.5h5"/>',
  inbox: '<path d="M4 13l2.5-8h11L20 13v6.5H4zM4 13h4.5l1.5 2.5h4l1.5-2.5H20"/>',
  sunrise: '<path d="M5 17a7 7 0 0 1 14 0M3 20.5h18M12 4v3M5.5 8l1.8 1.8M18.5 8l-1.8 1.8"/>',
  download: '<path d="M12 4v11M7.5 11l4.5 4.5L16.5 11M5 20h14"/>',
  upload: '<path d="M12 15.5V4.5M7.5 9L12 4.5 16.5 9M5 20h14"/>',
  rotate: '<path d="M5 12a7 7 0 1 0 2-5M5 4.5V8.5h4" transform="matrix(-1 0 0 1 24 0)"/>',
  trash: '<path d="M5 7h14M9.5 7V4.5h5V7M7 7l1 13h8l1-13M10.5 11v5.5M13.5 11v5.5"/>',
  send: '<path d="M4.5 11.5L19.5 4.5l-4 15-4.200-6.300z"/><path d="M11.300 13.200L19.500 4.500"/>',
  image:
    '<rect x="4" y="5" width="16" height="14" rx="2.5"/><circle cx="9" cy="10" r="1.6"/><path d="M5 17.5l4.500-4 3 2.500 3-3.500 4 4"/>',
  flag: '<path d="M6 20.5V4M6 5h11l-2.200 4L17 13H6"/>',
  edit: '<path d="M5 19l1-4L16.5 4.5l3 3L9 18zM14 7l3 3"/>',
} as const;

export type IconName = keyof typeof iconPaths;

/** The catalogue names its own icons; an unknown name falls back to the door. */
export function toIconName(name: string): IconName {
  const aliases: Record<string, IconName> = {
    cleaning: 'broom',
    sparkles: 'broom',
    'spray-can': 'broom',
    beauty: 'scissors',
    hair: 'scissors',
    repair: 'wrench',
    repairs: 'wrench',
    hammer: 'wrench',
    care: 'heart',
    house: 'home',
  };
  return name in iconPaths ? (name as IconName) : (aliases[name] ?? 'home');
}
