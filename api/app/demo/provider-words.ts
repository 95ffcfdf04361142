import type { LocalizedText } from '../../kernel/localized-text.ts';
import { text } from './demo-context.ts';
import type { Trade } from './provider-profile.ts';

/** What the people of one trade say about themselves: how they came to it, how they work, what they care about. */
export interface TradeWords {
  readonly beginnings: readonly LocalizedText[];
  readonly practices: readonly LocalizedText[];
  readonly specialities: readonly LocalizedText[];
}

/** Where the number of years goes. */
export const YEARS = '{years}';

/** Said by people of every trade. */
export const CLOSING_WORDS: readonly LocalizedText[] = [
  text('If something is not right, tell me and I put it right before I leave.', '哪里不满意当面说，我处理好再走。'),
  text('I write when I set off, so you are never left waiting at the door.', '出发前我会发消息，不让您在门口空等。'),
  text('Most of my households have been with me for more than a year.', '大多数老客户都约了我一年以上。'),
  text('I would rather take one visit fewer and do each one properly.', '宁可少接一单，也要把每一单做好。'),
  text('Tell me what matters most to you and I will begin with that.', '您最在意哪一处，我就从哪一处开始。'),
];

export const TRADE_WORDS: Readonly<Record<Trade, TradeWords>> = {
  CLEANER: {
    beginnings: [
      text(
        'I have cleaned homes for {years} years and still like the moment when a room is done.',
        '做保洁{years}年了，最喜欢一间屋子收拾妥当的那一刻。',
      ),
      text(
        'I began in a hotel, where nobody forgives a hair in the bath, and have worked in homes for {years} years.',
        '我从酒店客房做起，那里容不下一根头发；入户保洁已有{years}年。',
      ),
      text(
        'Cleaning has fed my family for {years} years and I take it seriously.',
        '这份工作养活了我一家人，{years}年来我一直认真对待。',
      ),
    ],
    practices: [
      text(
        'I work from the top down and from dry to wet, and I use a different cloth for kitchen and bathroom.',
        '我从上到下、先干后湿，厨房和卫生间的抹布分开用。',
      ),
      text(
        'I photograph a shelf before I dust it, so everything goes back where it was.',
        '擦架子前先拍张照，东西都放回原处。',
      ),
      text(
        'My products are mild and I ask before I use anything stronger.',
        '平时只用温和清洁剂，要用强力的会先问您。',
      ),
      text('Floors come last, and I walk out backwards.', '地板最后拖，退着走出门。'),
    ],
    specialities: [
      text('Kitchens', '厨房'),
      text('Bathrooms and limescale', '卫生间除垢'),
      text('Wooden floors', '木地板养护'),
      text('Homes with pets', '有宠物的家庭'),
      text('Homes with small children', '有小孩的家庭'),
      text('Moving in or out', '搬家保洁'),
      text('Windows', '擦窗'),
      text('Tidying and storage', '整理收纳'),
    ],
  },
  HAIRDRESSER: {
    beginnings: [
      text(
        'I have been cutting hair for {years} years, first in a salon and now on my own.',
        '剪发{years}年，先在发廊，现在自己做。',
      ),
      text(
        'After {years} years I can usually tell from a photograph what will work and what will not.',
        '干了{years}年，看一眼照片就大致知道适不适合您。',
      ),
    ],
    practices: [
      text(
        'I look at how your hair falls when it is dry before I reach for the water.',
        '动手之前，先看头发干的时候怎么走向。',
      ),
      text('You get a cut that you can manage yourself in the morning.', '剪完的发型，您早上自己就能打理。'),
      text('No selling of products, no small talk unless you feel like it.', '不推销产品，您想安静我就少说话。'),
    ],
    specialities: [
      text('Short hair', '短发'),
      text('Curls and waves', '卷发'),
      text('Children', '儿童理发'),
      text('Natural colour', '自然发色'),
      text('Older people at home', '老人上门理发'),
      text('Beards', '胡须造型'),
    ],
  },
  NAIL_ARTIST: {
    beginnings: [
      text(
        'I trained as a nail technician and make-up artist and have done nothing else for {years} years.',
        '科班学的美甲与化妆，这一行做了{years}年。',
      ),
      text(
        'For {years} years I have worked for weddings, photographers and people who just want neat hands.',
        '{years}年来，服务过婚礼、拍摄，也服务只想把手收拾干净的人。',
      ),
    ],
    practices: [
      text('Every tool is sterilised and opened in front of you.', '工具都经过消毒，当面拆封。'),
      text('I show you two choices rather than twenty.', '我给您两个方案，而不是二十个。'),
      text(
        'I stop when it looks good, which is usually earlier than people expect.',
        '好看就收手，往往比大家想的更早。',
      ),
    ],
    specialities: [
      text('Gel', '光疗'),
      text('Short natural nails', '自然短甲'),
      text('Wedding make-up', '新娘妆'),
      text('Sensitive skin', '敏感肌'),
      text('Hand-painted patterns', '手绘图案'),
    ],
  },
  PLUMBER: {
    beginnings: [
      text(
        'I served my time with a heating firm and have worked for myself for {years} years.',
        '在暖通公司学的手艺，独立接活{years}年。',
      ),
      text(
        '{years} years of taps, boilers and other people’s repairs.',
        '修龙头、修热水器、修别人没修好的，{years}年了。',
      ),
    ],
    practices: [
      text(
        'I find the cause first, tell you the price, and only then unpack the tools.',
        '先找原因、报清价格，再打开工具箱。',
      ),
      text(
        'Common parts are in the van; the old part stays with you if you want it.',
        '常用配件随车带着，换下来的旧件可以留给您。',
      ),
      text(
        'I measure gas and pressure before and after and write both down.',
        '检修前后都测气压水压，一并写在单子上。',
      ),
    ],
    specialities: [
      text('Boilers and water heaters', '锅炉与热水器'),
      text('Hidden leaks', '暗漏检测'),
      text('Low water pressure', '水压不足'),
      text('Old pipework', '老旧管路'),
      text('Toilets', '马桶'),
    ],
  },
  ELECTRICIAN: {
    beginnings: [
      text(
        'I am a trained electrician who likes small jobs done well; {years} years so far.',
        '正规电工出身，喜欢把小活做细，至今{years}年。',
      ),
      text(
        'For {years} years I have been the person people call when the shelf is still in its box.',
        '{years}年来，买了架子装不上的人都找我。',
      ),
    ],
    practices: [
      text(
        'I use a level, a vacuum on the drill and a blanket on the floor.',
        '水平仪找平，打孔带吸尘，地上先铺毯子。',
      ),
      text('Every circuit is tested before I leave.', '每一路电走之前都测试过。'),
      text('Send a photograph of the wall and I bring the right plugs.', '先发张墙面照片，我带合适的膨胀管来。'),
    ],
    specialities: [
      text('Lighting', '灯具'),
      text('Flat-pack furniture', '家具组装'),
      text('Curtain rails and blinds', '窗帘杆与百叶'),
      text('Door hinges and locks', '门铰链与门锁'),
      text('Concrete walls', '混凝土墙'),
    ],
  },
  COMPANION: {
    beginnings: [
      text(
        'I looked after my own parents, then found that I wanted to go on; that was {years} years ago.',
        '先照顾自己的父母，后来发现愿意一直做下去，到现在{years}年了。',
      ),
      text(
        '{years} years in homes and day centres taught me to listen first.',
        '在老人家里和日间照料中心做了{years}年，学会了先倾听。',
      ),
    ],
    practices: [
      text(
        'I keep to the person’s own rhythm and never speak over their head.',
        '按老人自己的节奏来，不绕过他们说话。',
      ),
      text(
        'After each visit the family gets a few lines about how the day was.',
        '每次结束，都会给家人写几句当天的情况。',
      ),
      text('I know how to help somebody up without pulling their arms.', '懂得怎样扶人起身，不硬拽胳膊。'),
    ],
    specialities: [
      text('Walks', '散步'),
      text('Memory loss', '记忆衰退'),
      text('Appointments', '陪同就医'),
      text('Cooking together', '一起做饭'),
      text('Games and reading', '下棋读报'),
    ],
  },
  NANNY: {
    beginnings: [
      text(
        'I have looked after children from newborn to ten for {years} years.',
        '带过从新生儿到十岁的孩子，做了{years}年。',
      ),
      text(
        '{years} years, a hundred lullabies and no television before bedtime.',
        '做了{years}年，摇篮曲会唱一大把，睡前不看电视。',
      ),
    ],
    practices: [
      text(
        'We agree on rules before you go, and I keep to them even when there are tears.',
        '出门前先把规矩讲好，孩子哭闹我也照规矩来。',
      ),
      text(
        'I send one message when they are asleep, so that you can enjoy your evening.',
        '孩子睡着了我发条消息，您安心过您的晚上。',
      ),
      text('Telephone away, both feet on the carpet.', '手机收起来，陪孩子坐在地垫上玩。'),
    ],
    specialities: [
      text('Newborns', '新生儿'),
      text('Bedtime', '哄睡'),
      text('Homework', '作业辅导'),
      text('Crafts and games', '手工与游戏'),
      text('Two or more children', '多孩家庭'),
    ],
  },
};
