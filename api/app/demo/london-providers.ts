import { profile } from './provider-profile.ts';
import type { ProviderProfile } from './provider-profile.ts';

export const LONDON_PROVIDERS: readonly ProviderProfile[] = [
  profile('CLEANER', ['Agnieszka Nowak', '阿格涅什卡·诺瓦克'], 'Islington', 'f M 14 bus 10 en,pl FULL SOUGHT', [
    'North London homes, spotless and on time for fourteen years',
    '在伦敦北部做保洁十四年，干净又准时',
  ]),
  profile('CLEANER', ['Maria Fernandes', '玛丽亚·费尔南德斯'], 'Clapham', 'f S 9 bike 9 en,pt DAYS STEADY', [
    'A home that smells of nothing but clean',
    '打扫完，屋里只有干净的味道',
  ]),
  profile('CLEANER', ['Blessing Osei', '布莱辛·奥塞'], 'Hackney', 'f S 7 bus 9 en EARLY STEADY', [
    'Early start, keys handled with care',
    '一早开工，钥匙妥善保管',
  ]),
  profile('CLEANER', ['Kasia Zielinska', '卡西娅·杰林斯卡'], 'Camden Town', 'f C 5 bike 8 en,pl ALTERNATING STEADY', [
    'Careful with books, records and old floors',
    '书籍、唱片和老地板，我都小心对待',
  ]),
  profile('CLEANER', ['Ioana Petrescu', '约安娜·彼得雷斯库'], 'Greenwich', 'f C 4 bus 11 en,ro DAYS STEADY', [
    'South-east London, with my own products if you like',
    '伦敦东南区，可自带清洁用品',
  ]),
  profile('CLEANER', ['Daniel Mensah', '丹尼尔·门萨'], 'Brixton', 'm S 8 car 14 en,fr TRADE STEADY', [
    'End-of-tenancy cleaning that gets deposits back',
    '退租保洁，帮您拿回押金',
  ]),
  profile('CLEANER', ['Luz Herrera', '卢斯·埃雷拉'], 'Notting Hill', 'f S 10 bus 9 en,es DAYS SOUGHT', [
    'Unhurried, exact, and kind to antiques',
    '不慌不忙、一丝不苟，善待老家具',
  ]),
  profile('CLEANER', ['Chloe Barton', '克洛伊·巴顿'], 'Stratford', 'f T 1 bike 9 en WEEKEND NEW', [
    'Weekends only, new and keen',
    '只接周末，新人上岗，干劲十足',
  ]),
  profile('CLEANER', ['Samir Haddad', '萨米尔·哈达德'], 'Canary Wharf', 'm C 6 bike 9 en,ar,fr FULL STEADY', [
    'High-rise windows, inside and as far as it is safe',
    '高层擦窗，室内及安全范围内的外侧',
  ]),
  profile(
    'CLEANER',
    ['Rosa Almeida', '罗莎·阿尔梅达'],
    'Fulham',
    'f C 7 bus 9 en,pt DAYS NONE',
    ['Family homes in the south-west', '西南区的家庭保洁'],
    { obstacle: 'CREDENTIAL_EXPIRED' },
  ),
  profile(
    'HAIRDRESSER',
    ['Imogen Clarke', '伊莫金·克拉克'],
    'Shoreditch',
    'f M 13 bus 8 en SALON SOUGHT',
    ['Curls understood, colour that grows out well', '懂卷发，染后长出来也好看'],
    { hasStudio: true },
  ),
  profile(
    'HAIRDRESSER',
    ['Yusuf Demir', '优素福·德米尔'],
    'Hackney',
    'm S 11 walk 5 en,tr SALON STEADY',
    ['Sharp fades and proper beard work', '渐变推剪利落，修胡须讲究'],
    { hasStudio: true },
  ),
  profile('HAIRDRESSER', ['Tessa Lindqvist', '特莎·林德奎斯特'], 'Clapham', 'f C 6 bike 9 en,sv DAYS STEADY', [
    'Haircuts at your kitchen table, for all ages',
    '在您家厨房里剪发，老少皆宜',
  ]),
  profile(
    'HAIRDRESSER',
    ['Aaliyah Grant', '阿利亚·格兰特'],
    'Brixton',
    'f S 8 bus 9 en FULL STEADY',
    ['Afro and textured hair, cut and cared for', '擅长非洲发质与卷发的修剪护理'],
    { hasStudio: true, onRequest: true },
  ),
  profile(
    'NAIL_ARTIST',
    ['Linh Tran', '陈灵'],
    'Islington',
    'f S 9 bus 9 en,vi SALON STEADY',
    ['Neat, lasting gel, and never a rush', '光疗甲精致持久，从不赶时间'],
    { hasStudio: true },
  ),
  profile('NAIL_ARTIST', ['Zara Khan', '扎拉·汗'], 'Camden Town', 'f C 5 bus 10 en,ur WEEKEND STEADY', [
    'Wedding mornings without panic',
    '婚礼清晨，从容上妆',
  ]),
  profile('NAIL_ARTIST', ['Freya Collins', '弗蕾娅·柯林斯'], 'Greenwich', 'f T 2 bike 9 en ALTERNATING NEW', [
    'Short nails, bright colours, clean tools',
    '短甲、亮色、工具干净',
  ]),
  profile('PLUMBER', ['Gareth Hughes', '加雷思·休斯'], 'Islington', 'm M 21 car 14 en,cy TRADE SOUGHT', [
    'Registered gas engineer; you get the report the same day',
    '持证燃气工程师，当天出检修单',
  ]),
  profile(
    'PLUMBER',
    ['Dev Patel-Shaw', '德夫·帕特尔-肖'],
    'Clapham',
    'm S 9 car 13 en,gu DAYS STEADY',
    ['Leaks stopped, prices kept', '漏水止住，价格不变'],
    { expiresSoon: true },
  ),
  profile(
    'PLUMBER',
    ['Connor Walsh', '康纳·沃尔什'],
    'Ealing',
    'm C 5 car 15 en TRADE NONE',
    ['West London plumbing, tidy boots', '伦敦西区水暖维修，进门先套鞋套'],
    { obstacle: 'PAUSED' },
  ),
  profile('ELECTRICIAN', ['Nadia Rahman', '纳迪娅·拉赫曼'], 'Stratford', 'f S 8 car 14 en,bn FULL STEADY', [
    'Qualified electrician, happy to put up shelves as well',
    '持证电工，装搁板也乐意',
  ]),
  profile('ELECTRICIAN', ['Piotr Wrona', '彼得·弗罗纳'], 'Camden Town', 'm C 7 car 12 en,pl DAYS STEADY', [
    'If it is on your list, it gets done',
    '清单上有的，都给您做完',
  ]),
  profile('COMPANION', ['Margaret Doyle', '玛格丽特·多伊尔'], 'Camden Town', 'f S 12 bus 10 en DAYS STEADY', [
    'Tea, crosswords and a steady arm',
    '喝茶、填字，走路有我搀着',
  ]),
  profile(
    'COMPANION',
    ['Joseph Adjei', '约瑟夫·阿杰伊'],
    'Brixton',
    'm C 5 bus 9 en EARLY NONE',
    ['Former care-home assistant with time for people', '曾在养老院工作，愿意花时间陪人'],
    { obstacle: 'APPLICANT' },
  ),
  profile('NANNY', ['Beatriz Moreno', '贝亚特丽斯·莫雷诺'], 'Islington', 'f S 10 bus 10 en,es EVENINGS SOUGHT', [
    'Ten years of bedtimes, in English or Spanish',
    '十年哄睡经验，英语西语都行',
  ]),
  profile(
    'NANNY',
    ['Sophie Li', '李苏菲'],
    'Notting Hill',
    'f C 4 bus 10 en,zh-CN EVENINGS NONE',
    ['Primary teacher in training, good with homework', '小学教师在读，擅长辅导作业'],
    { obstacle: 'SUSPENDED' },
  ),
  profile(
    'HAIRDRESSER',
    ['Ruby Adeyemi', '露比·阿德耶米'],
    'Stratford',
    'f T 2 bus 9 en TRADE NONE',
    ['Braids and natural hair, at your kitchen table', '擅长编发和自然发质，上门打理'],
    { obstacle: 'APPLICATION_SENT' },
  ),
];
