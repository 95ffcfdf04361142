import type { RegionCode } from './demo-context.ts';
import type { Trade } from './provider-profile.ts';

/** What people write, by how content they were. A good review is an opening, or an opening and a detail of the trade. */
export interface ReviewWords {
  readonly openings: readonly string[];
  readonly details: Readonly<Record<Trade, readonly string[]>>;
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
      CLEANER: [
        'The limescale I had given up on is gone.',
        'Even the skirting boards were done.',
        'The flat smelled fresh and nothing had been moved out of place.',
        'The oven door is see-through again.',
        'My plants were watered without my asking.',
        'Asked about the wooden floor before touching it, which I liked.',
      ],
      HAIRDRESSER: [
        'The first cut in years that I can style by myself.',
        'Listened before cutting anything.',
        'The colour is growing out beautifully.',
        'My son usually hates haircuts and asked when we are coming back.',
      ],
      NAIL_ARTIST: [
        'Still perfect after three weeks.',
        'The make-up lasted until midnight, tears and all.',
        'Everything was opened from sealed pouches in front of me.',
      ],
      PLUMBER: [
        'Found the leak in ten minutes and explained it so that I understood.',
        'The report was in my inbox before the van had left.',
        'Told me I did not need the expensive part.',
        'Shoe covers on, no mess at all.',
      ],
      ELECTRICIAN: [
        'Four shelves, perfectly level.',
        'Hoovered up after drilling.',
        'Worked through my whole list with time to spare.',
        'Pointed out a loose socket and made it safe.',
      ],
      COMPANION: [
        'My mother talked about the visit all evening.',
        'A kind note afterwards about how Dad had been.',
        'Endless patience with the crossword and with us.',
      ],
      NANNY: [
        'Both children asleep by eight, which never happens.',
        'The message at bedtime let us enjoy our evening.',
        'My daughter made a paper crown and will not take it off.',
      ],
    },
    mixed: [
      'Good work, but arrived twenty minutes late without a message.',
      'Fine overall; a couple of corners were missed.',
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
      CLEANER: [
        '卫生间的水垢全没了，像新的一样。',
        '连踢脚线都擦到了。',
        '东西都放回原处，一件没乱。',
        '油烟机里面都亮了，太感谢。',
        '拖地前还问了木地板能不能沾水，很专业。',
        '顺手把阳台的花也浇了，暖心。',
      ],
      HAIRDRESSER: [
        '终于剪到一个早上自己能打理的发型。',
        '先看发质再动手，很有耐心。',
        '发色很自然，同事都问在哪儿染的。',
        '孩子平时最怕剪头发，这次没哭。',
      ],
      NAIL_ARTIST: ['三个星期了还没掉。', '妆很服帖，到晚上都没花。', '工具当面拆封，让人放心。'],
      PLUMBER: [
        '十分钟就找到漏点，还讲得明明白白。',
        '检修单写得很清楚，旧配件也给我看了。',
        '说不用换的就不换，实在。',
        '进门就套鞋套，走的时候地面干干净净。',
      ],
      ELECTRICIAN: [
        '四块搁板横平竖直。',
        '打孔带吸尘，一点灰都没有。',
        '清单上的活全干完了，还剩点时间。',
        '发现一个插座松了，顺手给处理好了。',
      ],
      COMPANION: ['老妈高兴了一晚上，一直在说。', '走之前留了便条，写爸爸今天吃了什么。', '陪着下了三盘棋，一点不烦。'],
      NANNY: [
        '八点前两个孩子都睡了，奇迹。',
        '孩子睡着就发消息来，我们安心看了场电影。',
        '女儿做了个纸皇冠，到现在不肯摘。',
      ],
    },
    mixed: [
      '活儿不错，就是晚到了二十分钟，也没提前说。',
      '整体可以，有两个角落没擦到。',
      '人很客气，就是比预计的时间长了些。',
      '对得起这个价。有一处提醒了一下，马上就改了。',
      '结果满意，沟通上还可以更及时。',
    ],
    poor: ['说好的有一半没做完，有点失望。', '感觉急着赶下一家，不够细。'],
  },
};
