import type { Locale } from '../../../kernel/locale.ts';

/** Browser and system as people call them; null for what cannot be told. */
export interface DeviceNames {
  readonly browser: string | null;
  readonly system: string | null;
}

/** Each browser claims to be those below it, so the first that fits is the one. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bMicroMessenger\//, 'WeChat'],
  [/\bAlipayClient\//, 'Alipay'],
  [/\b(?:Edg|EdgA|EdgiOS)\//, 'Edge'],
  [/\b(?:OPR|OPT|Opera)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bHuaweiBrowser\//, 'Huawei Browser'],
  [/\bMiuiBrowser\//, 'Mi Browser'],
  [/\b(?:QQBrowser|MQQBrowser)\//, 'QQ Browser'],
  [/\b(?:UCBrowser|UBrowser)\//, 'UC Browser'],
  [/\bVivaldi\//, 'Vivaldi'],
  [/\bYaBrowser\//, 'Yandex Browser'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS|Chromium|HeadlessChrome)\//, 'Chrome'],
  [/\bVersion\/[\d.]+.*\bSafari\//, 'Safari'],
  [/^curl\//, 'curl'],
];

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\b(?:HarmonyOS|OpenHarmony)\b/, 'HarmonyOS'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\b(?:Macintosh|Mac OS X)\b/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
];

/** What a `User-Agent` header tells of a device, without versions: an update makes no other device of it. */
export function readUserAgent(userAgent: string | null): DeviceNames {
  const text = userAgent ?? '';
  return { browser: firstOf(BROWSERS, text), system: firstOf(SYSTEMS, text) };
}

/** The device in words, such as "Chrome on Windows". */
export function describeDevice(userAgent: string | null, locale: Locale): string {
  const { browser, system } = readUserAgent(userAgent);
  if (browser !== null && system !== null)
    return locale === 'en' ? `${browser} on ${system}` : `${system} 上的 ${browser}`;
  return browser ?? system ?? (locale === 'en' ? 'A device we do not know' : '未知设备');
}

function firstOf(known: readonly (readonly [RegExp, string])[], text: string): string | null {
  return known.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}
