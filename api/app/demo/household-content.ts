import type { RegionCode } from './demo-context.ts';

/** A household of the demo, with the address it lives at. */
export interface HouseholdContent {
  readonly name: string;
  /** What reviews are signed with. */
  readonly signature: string;
  readonly email: string;
  readonly region: RegionCode;
  readonly label: string;
  readonly line: string;
  readonly district: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly doorNote: string | null;
}

type Row = readonly [
  name: string,
  signature: string,
  mailbox: string,
  line: string,
  district: string,
  latitude: number,
  longitude: number,
  doorNote?: string,
];

const IN_HANGZHOU: readonly Row[] = [
  [
    '王思远',
    '王女士',
    'siyuan.wang',
    '翠苑三区 12 幢 3 单元 402 室',
    '翠苑',
    30.2872,
    120.1231,
    '单元门密码 4021#，孩子午睡，请轻敲门',
  ],
  ['李明哲', '李先生', 'mingzhe.li', '文三西路金都花园 6 幢 1101 室', '文三路', 30.2801, 120.1122],
  ['周雨桐', '周女士', 'yutong.zhou', '拱墅区运河湾公寓 8 幢 903 室', '拱宸桥', 30.3168, 120.1382, '快递柜右手边的门'],
  ['吴建国', '吴先生', 'jianguo.wu', '上城区清波门直街 21 号 2 单元 301 室', '清波门', 30.2423, 120.1605],
  [
    '郑晓蕾',
    '小蕾',
    'xiaolei.zheng',
    '钱江新城江锦公寓 3 幢 2208 室',
    '钱江新城',
    30.2487,
    120.2094,
    '前台登记后上楼，地下停车两小时免费',
  ],
  ['孙浩然', '孙先生', 'haoran.sun', '滨江区江南豪园 15 幢 702 室', '滨江', 30.2108, 120.2061],
  [
    '徐静',
    '徐阿姨',
    'jing.xu',
    '下城区朝晖五区 33 幢 2 单元 501 室',
    '朝晖',
    30.2866,
    120.1642,
    '没有电梯，五楼，慢慢上来不着急',
  ],
  ['马骏', '马先生', 'jun.ma', '西湖区古荡新村 27 幢 1 单元 202 室', '古荡', 30.2731, 120.1189],
  ['何婉清', '何女士', 'wanqing.he', '江干区四季青景芳二区 10 幢 604 室', '四季青', 30.2603, 120.1972],
  ['沈一帆', '沈先生', 'yifan.shen', '余杭区五常欣苑 9 幢 1502 室', '未来科技城', 30.2671, 120.0298],
  ['高梦瑶', '梦瑶', 'mengyao.gao', '西湖区九莲新村 18 幢 3 单元 401 室', '文三路', 30.2762, 120.1367],
  ['Daniel Brooks', 'Daniel B.', 'daniel.brooks', '黄龙雅苑 5 幢 1203 室', '黄龙', 30.2692, 120.1346],
];

const IN_LONDON: readonly Row[] = [
  [
    'Hannah Whitfield',
    'Hannah W.',
    'hannah.whitfield',
    'Flat 4, 27 Almeida Street',
    'Islington',
    51.5397,
    -0.1033,
    'Second bell from the top; the lift is being repaired.',
  ],
  ['Tom Okafor', 'Tom O.', 'tom.okafor', '112 Mare Street, top floor', 'Hackney', 51.5398, -0.0566],
  [
    'Priya Nair',
    'Priya N.',
    'priya.nair',
    '9 Delancey Street',
    'Camden Town',
    51.5372,
    -0.1437,
    'Two cats, both friendly. Please keep the back door shut.',
  ],
  ['James Ferris', 'James F.', 'james.ferris', '31 Lavender Gardens', 'Clapham', 51.4619, -0.1622],
  ['Sofia Marchetti', 'Sofia M.', 'sofia.marchetti', 'Flat 12, 60 Coldharbour Lane', 'Brixton', 51.4668, -0.1002],
  [
    'Eleanor Pryce',
    'Mrs Pryce',
    'eleanor.pryce',
    '5 Crooms Hill',
    'Greenwich',
    51.4771,
    -0.0043,
    'I am a little deaf: ring twice and give me a minute.',
  ],
  ['Marcus Bell', 'Marcus B.', 'marcus.bell', '18 Rivington Street', 'Shoreditch', 51.5267, -0.0813],
  ['Ruth Adeyemi', 'Ruth A.', 'ruth.adeyemi', '44 Elgin Crescent', 'Notting Hill', 51.5139, -0.2068],
  [
    'Oliver Hartmann',
    'Oliver H.',
    'oliver.hartmann',
    'Apartment 1907, Landons Close',
    'Canary Wharf',
    51.5029,
    -0.0127,
    'Concierge has the spare key.',
  ],
  ['刘诗涵', '诗涵', 'shihan.liu', 'Flat 7, 83 Gower Street', 'Bloomsbury', 51.5214, -0.1317],
];

export const HOUSEHOLDS: readonly HouseholdContent[] = [
  ...IN_HANGZHOU.map((row) => toHousehold(row, 'hangzhou', '家')),
  ...IN_LONDON.map((row) => toHousehold(row, 'london', 'Home')),
];

/** The two homes of the demo household, of which the first comes first on the screen. */
export const DEMO_HOUSEHOLD_HOMES: readonly HouseholdContent[] = [
  {
    ...toHousehold(
      ['Mei Chen', 'Mei C.', 'household', '武林路 198 号 湖墅名苑 4 幢 2 单元 802 室', '武林', 30.2716, 120.1598],
      'hangzhou',
      'West Lake flat',
    ),
    doorNote: 'Gate code 2580#, lift to the 8th floor. Shoes off, slippers are by the door.',
  },
  {
    ...toHousehold(
      ['Mei Chen', 'Mei C.', 'household', 'Flat 2, 14 Barnsbury Road', 'Islington', 51.5351, -0.1112],
      'london',
      'London flat',
    ),
    doorNote: 'Blue door beside the bakery; the bell sticks, press it firmly.',
  },
];

function toHousehold(row: Row, region: RegionCode, label: string): HouseholdContent {
  const [name, signature, mailbox, line, district, latitude, longitude, doorNote = null] = row;
  const email = `${mailbox}@demo.doorstep`;
  return { name, signature, email, region, label, line, district, latitude, longitude, doorNote };
}
