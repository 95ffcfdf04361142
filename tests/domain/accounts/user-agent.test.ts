import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeDevice, readUserAgent } from '../../../api/modules/accounts/domain/user-agent.ts';

const KNOWN = [
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36',
    'Chrome on Windows',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0',
    'Edge on Windows',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox on Linux'],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Safari/605.1.15',
    'Safari on Mac',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/141.0 Mobile/15E148 Safari/604.1',
    'Chrome on iPhone',
  ],
  [
    'Mozilla/5.0 (Linux; Android 16; SM-S921B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36',
    'Samsung Internet on Android',
  ],
  [
    'Mozilla/5.0 (Linux; Android 15; V2309A) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0 Mobile Safari/537.36 XWEB/1260 MicroMessenger/8.0.50',
    'WeChat on Android',
  ],
  [
    'Mozilla/5.0 (Phone; OpenHarmony 5.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.0.0 Safari/537.36 HuaweiBrowser/5.0',
    'Huawei Browser on HarmonyOS',
  ],
  ['curl/8.9.1', 'curl'],
  ['', 'A device we do not know'],
] as const;

describe('describeDevice', () => {
  it.each(KNOWN)('%s', (userAgent, words) => {
    expect(describeDevice(userAgent, 'en')).toBe(words);
  });

  it('speaks Chinese', () => {
    expect(describeDevice(KNOWN[0][0], 'zh-CN')).toBe('Windows 上的 Chrome');
    expect(describeDevice(null, 'zh-CN')).toBe('未知设备');
  });

  it('repeats nothing of what it is given but names it knows, whatever that is', () => {
    const names = new Set(KNOWN.flatMap(([, words]) => words.split(' on ')));
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { browser, system } = readUserAgent(text);
        expect([browser, system].every((name) => name === null || names.has(name) || name.length < 20)).toBe(true);
        expect(describeDevice(text, 'en').length).toBeLessThan(60);
      }),
    );
  });

  it('does not depend on versions', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (one, other) => {
        const ofVersion = (version: number): string => KNOWN[0][0].replace('Chrome/141', `Chrome/${version}`);
        expect(readUserAgent(ofVersion(one))).toEqual(readUserAgent(ofVersion(other)));
      }),
    );
  });
});
