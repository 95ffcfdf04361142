import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MASK, maskContacts } from '../../../api/modules/bookings/domain/mask-contacts.ts';

/** Text, and what is left of it. */
const TAKEN_OUT: readonly (readonly [string, string])[] = [
  ['Call me on 07700 900123 please', 'Call me on ••• please'],
  ['+44 (0)20 7946 0958', MASK],
  ['my number: +447700900123.', 'my number: •••.'],
  ['我的电话13812345678，谢谢', '我的电话•••，谢谢'],
  ['138-1234-5678', MASK],
  ['138 1234 5678', MASK],
  ['１３８１２３４５６７８', MASK],
  ['1️⃣3️⃣8️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣', MASK],
  ['一三八一二三四五六七八', MASK],
  ['壹叁捌壹贰叁肆伍陆柒捌', MASK],
  ['幺三八幺二三四五六七八', MASK],
  ['1三8一2三4五6七8', MASK],
  ['one three eight one two three four five six seven eight', MASK],
  ['oh seven double seven double oh nine double oh one two three', MASK],
  ['yao san ba ling ling yao san ba ling ling ling', MASK],
  ['138📞1234📞5678', MASK],
  ['1 3 8 1 2 3 4 5 6 7 8', MASK],
  ['138OO138OOO', MASK],
  ['①③⑧①②③④⑤⑥⑦⑧', MASK],
  ['١٣٨١٢٣٤٥٦٧٨', MASK],
  ['1\u200b3\u200b8\u200b1\u200b2345678', MASK],
  ['座机 0571-88881234', '座机 •••'],
  ['400 820 8820', MASK],
  ['电话 8888 1234', '电话 •••'],
  ['mail me: lin.yue@example.com', 'mail me: •••'],
  ['lin.yue at gmail dot com', MASK],
  ['john dot smith at example dot co dot uk', MASK],
  ['linyue艾特qq点com', MASK],
  ['linyue＠qq．com', MASK],
  ['linyue (at) 163 (dot) com', MASK],
  ['linyue@qq', MASK],
  ['微信号：lin_yue88', '微信号：•••'],
  ['加我微信 linyue88', '加我微信 •••'],
  ['加V：abc12345', '加V：•••'],
  ['my WeChat id is linyue_88', 'my WeChat id is •••'],
  ['QQ 123456', 'QQ •••'],
  ['vx13812345678', 'vx•••'],
];

const LEFT_ALONE: readonly string[] = [
  'It is £1,280.00 or ¥12800, half of 25600元',
  '¥1,280,000 在一起',
  'From 10:30 to 12:00, or 14:00-16:30',
  '09:30-11:30，14:00-15:30 都可以',
  'On 2026-11-28 at 10:30, or 28/11/2026, or 20261128',
  '2026年11月28日上午十点半',
  'Flat 12B, 388 Long Lane, N1 7AA',
  '文三路388号3幢2单元1201室，邮编310012',
  'SW1A 1AA, EC1V 9HX',
  '18-3-1201',
  'Rooms 1201, 1205 and 1207',
  'Between 2024-2026 we had 3 cats and 2 dogs',
  'The flat has 120 m², 3 rooms, 12 windows',
  'Code of the booking: D-7K2M9Q',
  '两室一厅，三个窗户，一百二十平方米',
  'WeChat is better for photos',
  'Look at 3. Come at four.',
  'Meet me at the corner. One of us is there at two.',
  '微信支付可以吗',
  'one, two, three windows',
  '94107-1234',
];

describe('maskContacts', () => {
  it.each(TAKEN_OUT)('takes the contact out of %s', (text, left) => {
    expect(maskContacts(text)).toEqual({ text: left, masked: true });
  });

  it.each(LEFT_ALONE)('leaves alone: %s', (text) => {
    expect(maskContacts(text)).toEqual({ text, masked: false });
  });

  const SPELLINGS: readonly ((digit: number) => string)[] = [
    (digit) => String(digit),
    (digit) => String.fromCharCode(0xff10 + digit),
    (digit) => '〇一二三四五六七八九'[digit] ?? '',
    (digit) => '零壹贰叁肆伍陆柒捌玖'[digit] ?? '',
    (digit) => `${digit}\uFE0F\u20E3`,
    (digit) => String.fromCharCode(0x660 + digit),
    (digit) => ` ${['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'][digit]} `,
  ];
  const SEPARATORS = ['', '', '', ' ', '-', '.', ' - ', '·', '*', '\u200b', '、', '📞', '/', '_'];
  const mobile = fc
    .tuple(fc.integer({ min: 3, max: 9 }), fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 9, maxLength: 9 }))
    .map(([second, rest]) => [1, second, ...rest]);

  it('leaves no figure of a mobile number, however each is written and whatever lies between', () => {
    fc.assert(
      fc.property(
        mobile,
        fc.array(fc.nat(SPELLINGS.length - 1), { minLength: 11, maxLength: 11 }),
        fc.array(fc.nat(SEPARATORS.length - 1), { minLength: 11, maxLength: 11 }),
        fc.constantFrom('', 'please ', '你好，', 'Flat B: '),
        (digits, spellings, separators, before) => {
          const written = digits
            .map(
              (digit, index) =>
                (SPELLINGS[spellings[index] ?? 0]?.(digit) ?? '') +
                (index < 10 ? (SEPARATORS[separators[index] ?? 0] ?? '') : ''),
            )
            .join('');

          const { text, masked } = maskContacts(`${before}${written}，谢谢`);

          expect(masked).toBe(true);
          expect(text.replaceAll(/\s/g, '')).toBe(`${before}${MASK}，谢谢`.replaceAll(/\s/g, ''));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('leaves prices, times, dates, house numbers and postcodes as they are, several in a row', () => {
    const two = (least: number, most: number): fc.Arbitrary<string> =>
      fc.integer({ min: least, max: most }).map((number) => String(number).padStart(2, '0'));
    const harmless = fc.oneof(
      fc.integer({ min: 1, max: 99_999 }).map((amount) => `¥${amount}`),
      fc.tuple(fc.integer({ min: 1, max: 9_999 }), two(0, 99)).map(([pounds, pence]) => `£${pounds}.${pence}`),
      fc.tuple(two(0, 23), two(0, 59)).map(([hour, minute]) => `${hour}:${minute}`),
      fc.tuple(two(1, 12), two(1, 28)).map(([month, day]) => `2026-${month}-${day}`),
      fc.integer({ min: 1, max: 1_999 }).map((number) => `${number}号`),
      fc.integer({ min: 100_000, max: 999_999 }).map((code) => `邮编${code}`),
      fc.constantFrom('N1 7AA', 'SW1A 2AA', 'EC1V 9HX'),
    );
    fc.assert(
      fc.property(
        fc.array(harmless, { minLength: 1, maxLength: 6 }),
        fc.constantFrom(', ', '，', '; ', ' 或 '),
        (parts, by) => {
          const text = parts.join(by);

          expect(maskContacts(text)).toEqual({ text, masked: false });
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('takes any text, changes nothing the second time, and leaves well-formed text', () => {
    const alphabet = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({
        unit: fc.constantFrom(...'0123456789 -.@一二三点七号微信qat:+¥£年月日,，oneit'.split('')),
        maxLength: 60,
      }),
    );
    fc.assert(
      fc.property(alphabet, (text) => {
        const once = maskContacts(text);

        expect(once.text.isWellFormed()).toBe(text.isWellFormed());
        expect(maskContacts(once.text).text).toBe(once.text);
      }),
      { numRuns: 3_000 },
    );
  });

  it('reads 2,000 characters of the worst kind quickly', () => {
    for (const part of ['a.', '1 ', 'a点', 'one', 'aaaa ', '微信', '1-']) {
      const started = performance.now();
      maskContacts(part.repeat(2_000 / part.length));
      expect(performance.now() - started).toBeLessThan(250);
    }
  });
});
