import type { QuestionContent } from './course-content.ts';
import { text } from './demo-context.ts';

export const CHILD_CARE_QUESTIONS: readonly QuestionContent[] = [
  {
    prompt: text('How does a baby under one year sleep?', '一岁以下的婴儿应该怎样睡？'),
    options: [
      [text('On the back, in an empty bed of its own', '仰卧，睡自己的空床'), true],
      [text('On the side with a small pillow', '侧卧，垫小枕头'), false],
      [text('On your chest while you doze', '趴在您胸口一起打盹'), false],
    ],
    explanation: text(
      'On the back and with nothing around the face lowers the risk of sudden death most of all.',
      '仰卧且脸边没有任何东西，最能降低猝死风险。',
    ),
  },
  {
    prompt: text(
      'A friendly neighbour wants to collect the child and is not on your list. You …',
      '一位和善的邻居要接走孩子，但不在名单上。您……',
    ),
    options: [
      [text('hand the child over if the child knows them', '孩子认识就交给他'), false],
      [text('keep the child and call the parents', '不交出孩子，给家长打电话'), true],
      [text('go along with them', '跟着一起去'), false],
    ],
    explanation: text(
      'Only who is named may collect, whatever is said at the door.',
      '只有名单上的人可以接走孩子，无论对方怎么说。',
    ),
  },
  {
    prompt: text('Which foods need care before the age of five?', '五岁以下要特别小心哪些食物？'),
    options: [
      [text('Whole grapes', '整颗葡萄'), true],
      [text('Nuts', '坚果'), true],
      [text('Hard sweets', '硬糖'), true],
      [text('Mashed banana', '香蕉泥'), false],
    ],
    explanation: text('Round, firm and smooth is what blocks a windpipe.', '又圆又硬又滑的东西会堵住气管。'),
  },
  {
    prompt: text(
      'A one-year-old has something in the throat and coughs loudly. You …',
      '一岁的孩子喉咙卡了东西，正在大声咳嗽。您……',
    ),
    options: [
      [text('stay close and let the child cough', '守在身边让孩子继续咳'), true],
      [text('hit the back at once', '马上拍背'), false],
      [text('reach into the mouth', '把手伸进嘴里掏'), false],
    ],
    explanation: text(
      'Who coughs still breathes. A blow or a finger can push it deeper.',
      '能咳嗽就还能呼吸；拍打或用手掏可能推得更深。',
    ),
  },
  {
    prompt: text(
      'A baby of six months chokes and makes no sound. What comes first?',
      '六个月的婴儿噎住，发不出声音。先做什么？',
    ),
    options: [
      [
        text(
          'Five blows between the shoulder blades, face down along your forearm',
          '脸朝下趴在前臂上，在肩胛骨之间拍五次',
        ),
        true,
      ],
      [text('Five thrusts above the navel', '在肚脐上方冲击五次'), false],
      [text('Hold the baby by the feet', '倒提双脚'), false],
      [text('Give water', '喂水'), false],
    ],
    explanation: text(
      'Below one year the belly is not pressed: blows on the back, then two fingers on the breastbone.',
      '一岁以下不能压腹部：先拍背，再用两指按压胸骨。',
    ),
  },
  {
    prompt: text('The doorbell rings during the bath. You …', '洗澡时门铃响了。您……'),
    options: [
      [text('answer quickly, the water is low', '水很浅，赶快去开门'), false],
      [text('let it ring', '不去理会'), true],
      [text('ask the four-year-old to watch', '让四岁的哥哥看着'), false],
    ],
    explanation: text(
      'A child drowns silently, in seconds, in a hand’s breadth of water.',
      '孩子在一掌深的水里几秒钟就会无声溺水。',
    ),
  },
  {
    prompt: text('When do you call the emergency number before the parents?', '哪些情况要先打急救电话，再打给家长？'),
    options: [
      [text('Trouble breathing', '呼吸困难'), true],
      [text('A fit', '抽搐'), true],
      [text('A child who cannot be woken', '叫不醒'), true],
      [text('A grazed knee', '膝盖擦伤'), false],
    ],
    explanation: text(
      'Minutes count there; parents can be called while help is on its way.',
      '这些情况分秒必争，等待救援时再联系家长。',
    ),
  },
  {
    prompt: text('You are at the end of your patience with a crying baby. You …', '婴儿一直哭，您快要失去耐心了。您……'),
    options: [
      [text('lay it on its back in the bed and step out for two minutes', '让婴儿仰卧在床上，出去冷静两分钟'), true],
      [text('rock it hard until it stops', '用力摇到不哭为止'), false],
      [text('shake it gently', '轻轻摇晃'), false],
    ],
    explanation: text(
      'Crying does no harm. Shaking injures the brain, even once.',
      '哭没有害处；摇晃哪怕一次也会损伤大脑。',
    ),
  },
  {
    prompt: text('Which medicine may you give?', '您可以给孩子用什么药？'),
    options: [
      [text('What the parents have written down, with dose and time', '家长书面写明剂量和时间的药'), true],
      [text('Half a tablet of what you take yourself', '自己吃的药掰半片'), false],
      [text('A syrup for fever from the bathroom cabinet', '浴室柜里的退烧糖浆'), false],
    ],
    explanation: text(
      'Doses go by weight, and you do not know what was given before.',
      '剂量要按体重算，而且您不知道之前用过什么。',
    ),
  },
  {
    prompt: text('What belongs into the report when you hand over?', '交接时要告诉家长哪些事？'),
    options: [
      [text('What was eaten and drunk', '吃了什么、喝了多少'), true],
      [text('How long the child slept', '睡了多久'), true],
      [text('Every bump, however small', '每一次磕碰，再小也要说'), true],
      [text('Only what went wrong badly', '只说严重的问题'), false],
    ],
    explanation: text('The evening shows what the afternoon caused.', '下午发生的事，晚上才看得出后果。'),
  },
];
