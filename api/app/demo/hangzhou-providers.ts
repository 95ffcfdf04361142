import { profile } from './provider-profile.ts';
import type { ProviderProfile } from './provider-profile.ts';

/** The first is the one behind `provider@demo.doorstep`. */
export const HANGZHOU_PROVIDERS: readonly ProviderProfile[] = [
  profile('CLEANER', ['Lin Yue', '林悦'], 'Wulin Square', 'f S 8 bike 9 zh-CN,en FULL SOUGHT', [
    'Calm, thorough cleaning; your things stay where you like them',
    '安静细致，打扫完东西还在您习惯的位置',
  ]),
  profile('CLEANER', ['Wang Xiulan', '王秀兰'], 'Cuiyuan', 'f M 15 bike 8 zh-CN DAYS SOUGHT', [
    'Fifteen years in Hangzhou homes, kitchens a speciality',
    '在杭州做了十五年家政，厨房是拿手活',
  ]),
  profile('CLEANER', ['Chen Aihua', '陈爱华'], 'Gongchen Bridge', 'f S 11 bike 8 zh-CN EARLY STEADY', [
    'Early mornings, done before your working day begins',
    '一早上门，您上班前就收拾妥当',
  ]),
  profile('CLEANER', ['Zhao Lijuan', '赵丽娟'], 'Wensan Road', 'f C 4 bike 7 zh-CN DAYS STEADY', [
    'Careful with wooden floors and with your plants',
    '爱惜木地板，顺手照看绿植',
  ]),
  profile('CLEANER', ['Sun Guoqiang', '孙国强'], 'Sijiqing', 'm S 9 car 15 zh-CN TRADE STEADY', [
    'Deep cleaning with professional machines, after building work too',
    '带专业设备做深度保洁，装修后开荒也接',
  ]),
  profile('CLEANER', ['Huang Meiling', '黄美玲'], 'Binjiang', 'f C 3 bike 9 zh-CN,yue DAYS STEADY', [
    'Binjiang and across the river, pets welcome',
    '滨江及江对岸都接，家有宠物也没关系',
  ]),
  profile('CLEANER', ['Xu Fang', '徐芳'], 'Qianjiang New City', 'f C 5 bus 10 zh-CN ALTERNATING STEADY', [
    'Office towers and family flats, quietly and on time',
    '写字楼与住家都做，准时又安静',
  ]),
  profile('CLEANER', ['Zhu Haiyan', '朱海燕'], 'Hefang Street', 'f S 7 bike 8 zh-CN,en FULL STEADY', [
    'Old houses by the lake, wooden windows and all',
    '湖边老房子、木窗棂，我都懂得怎么打理',
  ]),
  profile('CLEANER', ['Guo Jing', '郭静'], 'Gudun Road', 'f T 1 bike 8 zh-CN DAYS NEW', [
    'New here, quick to learn and glad to follow your list',
    '刚加入平台，手脚勤快，照您的清单来做',
  ]),
  profile(
    'CLEANER',
    ['Tang Weimin', '唐伟民'],
    'West Lake Culture Square',
    'm C 6 bike 10 zh-CN WEEKEND STEADY',
    ['Windows without streaks, up to the last corner', '擦窗不留水痕，边角也亮'],
    { expiresSoon: true },
  ),
  profile(
    'CLEANER',
    ['Luo Chunmei', '罗春梅'],
    'Lingyin Road',
    'f S 12 bike 9 zh-CN DAYS STEADY',
    ['Homes with small children, only gentle products', '有小宝宝的家庭放心约，只用温和清洁剂'],
    { expiresSoon: true },
  ),
  profile('CLEANER', ['Shen Yan', '沈燕'], 'Shixin Road, Xiaoshan', 'f C 4 car 14 zh-CN FULL STEADY', [
    'Xiaoshan and the south bank, with a full set of tools',
    '萧山及钱塘江南岸，自带全套工具',
  ]),
  profile(
    'CLEANER',
    ['He Xiaoyun', '何晓云'],
    'Zhuantang',
    'f C 5 car 12 zh-CN DAYS NONE',
    ['Back after the new year; thank you for waiting', '年后恢复接单，谢谢大家等我'],
    { obstacle: 'PAUSED' },
  ),
  profile(
    'CLEANER',
    ['Ma Cuiping', '马翠萍'],
    'Cuiyuan',
    'f C 6 bike 7 zh-CN EARLY NONE',
    ['Tidy, friendly, and I lock up after myself', '爱整洁，好沟通，走时一定锁好门'],
    { obstacle: 'CREDENTIAL_EXPIRED' },
  ),
  profile(
    'HAIRDRESSER',
    ['Zhou Ke', '周可'],
    'Wulin Square',
    'm M 14 bus 8 zh-CN,en SALON SOUGHT',
    ['Short cuts that still look right after six weeks', '短发剪得好，六个星期后还有型'],
    { hasStudio: true },
  ),
  profile(
    'HAIRDRESSER',
    ['Jiang Nan', '江楠'],
    'Wensan Road',
    'f S 9 bike 7 zh-CN SALON STEADY',
    ['Colour that suits your skin, gentle on your hair', '挑最衬肤色的发色，不伤发质'],
    { hasStudio: true },
  ),
  profile('HAIRDRESSER', ['Lu Bin', '陆斌'], 'Qianjiang New City', 'm C 5 bus 10 zh-CN FULL STEADY', [
    'I come to you: cuts for the whole family in one visit',
    '上门理发，一家老小一次剪完',
  ]),
  profile('HAIRDRESSER', ['Qian Yaya', '钱雅雅'], 'Binjiang', 'f C 4 bike 8 zh-CN WEEKEND NEW', [
    'Patient with children who hate haircuts',
    '怕剪头发的小朋友，我有耐心',
  ]),
  profile(
    'NAIL_ARTIST',
    ['Xia Mengjie', '夏梦洁'],
    'Gudun Road',
    'f S 7 bike 9 zh-CN SALON STEADY',
    ['Plain or painted, always neat at the edges', '素色或彩绘，边缘都干净利落'],
    { hasStudio: true },
  ),
  profile('NAIL_ARTIST', ['Fan Ting', '范婷'], 'Sijiqing', 'f C 4 bike 8 zh-CN,en ALTERNATING STEADY', [
    'Make-up that looks like you, on your best day',
    '化完还是你，只是状态最好的那天',
  ]),
  profile('NAIL_ARTIST', ['Yuan Shasha', '袁莎莎'], 'Gongchen Bridge', 'f C 3 bike 8 zh-CN WEEKEND NEW', [
    'Quiet hands, soft colours, clean tools',
    '手轻、色柔、工具干净',
  ]),
  profile(
    'NAIL_ARTIST',
    ['Cao Li', '曹莉'],
    'Hefang Street',
    'f C 6 bus 8 zh-CN SALON NONE',
    ['Bridal make-up and evening looks', '新娘妆与晚宴妆'],
    { obstacle: 'CREDENTIAL_REVOKED' },
  ),
  profile('PLUMBER', ['Pan Zhigang', '潘志刚'], 'Wensan Road', 'm M 18 car 14 zh-CN TRADE SOUGHT', [
    'Gas and water for eighteen years: explained before it is repaired',
    '燃气水路干了十八年，先讲明白再动手',
  ]),
  profile(
    'PLUMBER',
    ['Ding Yong', '丁勇'],
    'Sijiqing',
    'm S 10 car 15 zh-CN DAYS STEADY',
    ['Leaks found without breaking every tile', '查漏有办法，不乱砸瓷砖'],
    { expiresSoon: true },
  ),
  profile(
    'PLUMBER',
    ['Ye Jianping', '叶建平'],
    'Binjiang',
    'm C 6 car 12 zh-CN TRADE NONE',
    ['Taps, traps and toilets, the same day if I can', '龙头、下水、马桶，能当天修就当天修'],
    { obstacle: 'APPLICANT' },
  ),
  profile('ELECTRICIAN', ['Yu Dawei', '余大伟'], 'Cuiyuan', 'm S 12 car 14 zh-CN FULL SOUGHT', [
    'Lights, sockets and everything on your list',
    '灯具、插座，清单上的活都能干',
  ]),
  profile('ELECTRICIAN', ['Jin Lei', '金磊'], 'Qianjiang New City', 'm C 5 bike 9 zh-CN,en ALTERNATING STEADY', [
    'Furniture put together straight, screws counted',
    '组装家具横平竖直，螺丝一颗不少',
  ]),
  profile('ELECTRICIAN', ['Wei Peng', '魏鹏'], 'Xiasha', 'm T 2 car 15 zh-CN DAYS NEW', [
    'Xiasha and the east, with a van full of tools',
    '下沙及城东，一车工具随叫随到',
  ]),
  profile('COMPANION', ['Dong Guizhen', '董桂珍'], 'West Lake Culture Square', 'f S 13 bus 9 zh-CN DAYS STEADY', [
    'A good listener who likes a walk by the canal',
    '愿意听老人说话，也爱沿运河散步',
  ]),
  profile('COMPANION', ['Cheng Hui', '程慧'], 'Hefang Street', 'f C 6 bike 8 zh-CN DAYS STEADY', [
    'Chess, newspapers, and the right bus to the clinic',
    '下棋、读报，陪您坐对去医院的公交',
  ]),
  profile(
    'COMPANION',
    ['Fu Jiaqi', '傅家琪'],
    'Gudun Road',
    'f C 4 bus 9 zh-CN EARLY NONE',
    ['Retired ward assistant, patient and punctual', '退休护工，有耐心，守时间'],
    { obstacle: 'APPLICANT' },
  ),
  profile('NANNY', ['Deng Xiaoli', '邓小莉'], 'Wulin Square', 'f M 16 bus 10 zh-CN EVENINGS SOUGHT', [
    'Newborns and their tired parents, both looked after',
    '照顾新生儿，也照顾疲惫的爸妈',
  ]),
  profile('NANNY', ['Peng Yuqing', '彭雨晴'], 'Wensan Road', 'f C 4 bike 8 zh-CN,en EVENINGS STEADY', [
    'Bilingual bedtime stories and calm evenings',
    '双语睡前故事，晚上安安静静',
  ]),
  profile(
    'NANNY',
    ['Jia Wenwen', '贾文文'],
    'Binjiang',
    'f C 3 bike 8 zh-CN WEEKEND NONE',
    ['Former kindergarten teacher, full of games', '做过幼儿园老师，一肚子游戏'],
    { obstacle: 'COURSE_MISSING' },
  ),
  profile(
    'CLEANER',
    ['Jiang Yifan', '蒋一帆'],
    'Binjiang',
    'm T 1 bike 8 zh-CN DAYS NONE',
    ['Two hotel years, now in homes', '做过两年酒店客房，现在想做家庭保洁'],
    { obstacle: 'JUST_APPLIED' },
  ),
];
