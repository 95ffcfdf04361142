import type { RegionCode } from './demo-context.ts';

/** What people write, by how content they were. A good review is an opening, or an opening and a detail of the item. */
export interface ReviewWords {
  readonly openings: readonly string[];
  /** By the code of the item. */
  readonly details: Readonly<Record<string, readonly string[]>>;
  readonly mixed: readonly string[];
  readonly poor: readonly string[];
  /** Between two sentences. */
  readonly space: string;
}

export const REVIEW_WORDS: Readonly<Record<RegionCode, ReviewWords>> = {
  london: {
    space: ' ',
    openings: [
      'On time, friendly and thorough.',
      'Exactly what was promised.',
      'Third time now, and just as good.',
      'Could not be happier.',
      'Very professional from the first message.',
      'Recommended by a neighbour, and now by me.',
      'Lovely manner, excellent work.',
      'No fuss, and everything done.',
      'Worth every penny.',
    ],
    details: {
      'home-cleaning': [
        'Even the skirting boards were done.',
        'The flat smelled fresh and nothing had been moved out of place.',
        'My plants were watered without my asking.',
        'Asked about the wooden floor before touching it, which I liked.',
        'The bathroom mirror has never been so clear.',
      ],
      'deep-cleaning': [
        'The limescale I had given up on is gone.',
        'Behind the sofa, on top of the cupboards, everywhere.',
        'We got the whole deposit back.',
        'Every drawer wiped and everything put back in order.',
      ],
      'window-cleaning': [
        'Not one streak, even in low sun.',
        'The tracks were cleaned as well, years of dust gone.',
        'The room is brighter, simple as that.',
      ],
      'oven-and-hood-cleaning': [
        'The oven door is see-through again.',
        'The hood is half as loud as before.',
        'No smell of chemicals afterwards.',
      ],
      haircut: [
        'The first cut in years that I can style by myself.',
        'Listened before cutting anything.',
        'My son usually hates haircuts and asked when we are coming back.',
        'Looks even better after two weeks.',
      ],
      'hair-colour': [
        'The colour is growing out beautifully.',
        'Exactly the shade on my photograph.',
        'My hair feels soft, not straw-like.',
      ],
      manicure: [
        'Still perfect after three weeks.',
        'Everything was opened from sealed pouches in front of me.',
        'Neat to the very edge.',
      ],
      'occasion-make-up': [
        'The make-up lasted until midnight, tears and all.',
        'I still looked like myself in the photographs.',
        'Calm in a room full of nervous people.',
      ],
      'gas-boiler-check': [
        'The report was in my inbox before the van had left.',
        'Explained every reading.',
        'Told me I did not need the expensive part.',
      ],
      'tap-or-leak-repair': [
        'Found the leak in ten minutes and explained it so that I understood.',
        'Shoe covers on, no mess at all.',
        'The drip that kept me awake is gone.',
      ],
      'odd-jobs': [
        'Four shelves, perfectly level.',
        'Hoovered up after drilling.',
        'Worked through my whole list with time to spare.',
      ],
      'light-and-socket-fitting': [
        'Pointed out a loose socket and made it safe.',
        'All lamps hang dead straight.',
        'Tested everything twice before leaving.',
      ],
      'elderly-companionship': [
        'My mother talked about the visit all evening.',
        'A kind note afterwards about how Dad had been.',
        'Endless patience with the crossword and with us.',
      ],
      babysitting: [
        'Both children asleep by eight, which never happens.',
        'The message at bedtime let us enjoy our evening.',
        'My daughter made a paper crown and will not take it off.',
      ],
      'newborn-help': [
        'I slept for two hours for the first time in weeks.',
        'Bath time is no longer a battle.',
        'Calm hands, good advice, no lectures.',
      ],
    },
    mixed: [
      'Good work, but arrived twenty minutes late without a message.',
      'Fine overall; a couple of details were missed.',
      'Pleasant and careful, though it took longer than I had planned for.',
      'Decent for the price. I had to point out one thing, and it was put right.',
      'The result is good, communication could be better.',
    ],
    poor: [
      'Half of what we had agreed was left undone. I expected more.',
      'Seemed to be in a hurry to get to the next job.',
    ],
  },
  hangzhou: {
    space: '',
    openings: [
      '准时，态度好，做得很细。',
      '跟描述的一模一样，很满意。',
      '约了好几次了，一直很稳定。',
      '第一次约，超出预期。',
      '沟通顺畅，不用操心。',
      '邻居推荐的，果然不错。',
      '话不多，活儿漂亮。',
      '价格透明，没有加项。',
      '全家都说好，下次还约。',
    ],
    details: {
      'home-cleaning': [
        '连踢脚线都擦到了。',
        '东西都放回原处，一件没乱。',
        '拖地前还问了木地板能不能沾水，很专业。',
        '顺手把阳台的花也浇了，暖心。',
        '卫生间镜子从没这么亮过。',
      ],
      'deep-cleaning': [
        '卫生间的水垢全没了，像新的一样。',
        '沙发后面、柜子顶上都清到了。',
        '抽屉一个个擦过，东西照原样放回。',
        '退房时房东都夸干净。',
      ],
      'window-cleaning': ['逆光看都没有水痕。', '轨道里多年的灰也清出来了。', '屋里一下子亮堂了。'],
      'oven-and-hood-cleaning': ['油烟机里面都亮了，太感谢。', '声音比以前小了一半。', '洗完没有刺鼻的味道。'],
      haircut: [
        '终于剪到一个早上自己能打理的发型。',
        '先看发质再动手，很有耐心。',
        '孩子平时最怕剪头发，这次没哭。',
        '过了两个星期反而更顺眼。',
      ],
      'hair-colour': ['发色很自然，同事都问在哪儿染的。', '跟我给的照片一个颜色。', '染完头发还是软的。'],
      manicure: ['三个星期了还没掉。', '工具当面拆封，让人放心。', '边缘修得特别整齐。'],
      'occasion-make-up': ['妆很服帖，到晚上都没花。', '拍出来还是我自己，就是更精神。', '一屋子人都紧张，就她不慌。'],
      'gas-boiler-check': ['检修单写得很清楚，每个读数都讲了。', '说不用换的就不换，实在。', '热水终于不忽冷忽热了。'],
      'tap-or-leak-repair': [
        '十分钟就找到漏点，还讲得明明白白。',
        '进门就套鞋套，走的时候地面干干净净。',
        '滴了半年的水龙头总算安静了。',
      ],
      'odd-jobs': ['四块搁板横平竖直。', '打孔带吸尘，一点灰都没有。', '清单上的活全干完了，还剩点时间。'],
      'light-and-socket-fitting': [
        '发现一个插座松了，顺手给处理好了。',
        '灯装得端端正正。',
        '走之前每个开关都试了两遍。',
      ],
      'elderly-companionship': [
        '老妈高兴了一晚上，一直在说。',
        '走之前留了便条，写爸爸今天吃了什么。',
        '陪着下了三盘棋，一点不烦。',
      ],
      babysitting: [
        '八点前两个孩子都睡了，奇迹。',
        '孩子睡着就发消息来，我们安心看了场电影。',
        '女儿做了个纸皇冠，到现在不肯摘。',
      ],
      'newborn-help': ['几个星期来第一次踏实睡了两小时。', '洗澡终于不哭了。', '手很稳，建议实用，不说教。'],
    },
    mixed: [
      '活儿不错，就是晚到了二十分钟，也没提前说。',
      '整体可以，有两处细节没顾到。',
      '人很客气，就是比预计的时间长了些。',
      '对得起这个价。有一处提醒了一下，马上就改了。',
      '结果满意，沟通上还可以更及时。',
    ],
    poor: ['说好的有一半没做完，有点失望。', '感觉急着赶下一家，不够细。'],
  },
};
