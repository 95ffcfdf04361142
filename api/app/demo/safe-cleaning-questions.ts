import type { QuestionContent } from './course-content.ts';
import { text } from './demo-context.ts';

export const SAFE_CLEANING_QUESTIONS: readonly QuestionContent[] = [
  {
    prompt: text('What must never meet bleach?', '哪些东西绝不能与含氯漂白剂混用？'),
    options: [
      [text('Descaler', '除垢剂'), true],
      [text('Vinegar', '醋'), true],
      [text('A cleaner with ammonia', '含氨清洁剂'), true],
      [text('Cold tap water', '自来水'), false],
    ],
    explanation: text(
      'Acids free chlorine gas, ammonia makes chloramine. Water only dilutes it.',
      '酸会释放氯气，氨会生成氯胺；水只是稀释。',
    ),
  },
  {
    prompt: text('A bottle has no label. What do you do?', '一个瓶子没有标签，您怎么做？'),
    options: [
      [text('Smell it to find out', '闻一闻来判断'), false],
      [text('Leave it, say so, and use another', '不使用，告诉客户，改用别的'), true],
      [text('Use it strongly diluted', '大量稀释后使用'), false],
    ],
    explanation: text(
      'Nobody knows what somebody filled in. Smelling it can harm you already.',
      '没人知道里面灌了什么，闻一下就可能受伤。',
    ),
  },
  {
    prompt: text('Descaler has splashed into your eye. What comes first?', '除垢剂溅进了眼睛，第一步做什么？'),
    options: [
      [text('Rinse with running lukewarm water for 15 minutes', '用流动温水冲洗 15 分钟'), true],
      [text('Neutralise it with soap', '用肥皂中和'), false],
      [text('Cover the eye and go to a doctor', '遮住眼睛去看医生'), false],
      [text('Wait whether it gets better', '先观察会不会好转'), false],
    ],
    explanation: text(
      'The first minutes decide. The doctor comes after the rinsing, with the label.',
      '最初几分钟最关键。冲洗之后再带着标签就医。',
    ),
  },
  {
    prompt: text('What cleans a marble worktop?', '大理石台面用什么清洁？'),
    options: [
      [text('Vinegar water', '醋水'), false],
      [text('Neutral soap, dried at once', '中性皂液，立即擦干'), true],
      [text('Descaler, rinsed off quickly', '除垢剂，快速冲掉'), false],
      [text('Scouring powder', '去污粉'), false],
    ],
    explanation: text(
      'Acid dissolves marble and scouring powder scratches it. Both stay visible.',
      '酸会溶蚀大理石，去污粉会划伤，两种痕迹都去不掉。',
    ),
  },
  {
    prompt: text('When do you need goggles?', '什么时候必须戴护目镜？'),
    options: [
      [text('When something corrosive is used above the height of the chest', '在高于胸口处使用腐蚀性清洁剂时'), true],
      [text('When you clean the ceiling of an oven', '清洁烤箱顶部时'), true],
      [text('When you vacuum a carpet', '给地毯吸尘时'), false],
    ],
    explanation: text('What drips comes down into your face.', '滴下来的液体会落到脸上。'),
  },
  {
    prompt: text('You smell chlorine in the bathroom. What first?', '您在卫生间闻到氯气味，首先怎么做？'),
    options: [
      [text('Leave with everyone and close the door', '带所有人离开并关上门'), true],
      [text('Rinse the toilet quickly', '赶快冲马桶'), false],
      [text('Hold your breath and open the window', '屏住呼吸去开窗'), false],
    ],
    explanation: text(
      'One breath can be enough. Out first; air the flat from where the air is good.',
      '吸一口就可能受伤。先出去，再从空气好的地方通风。',
    ),
  },
  {
    prompt: text('Somebody has swallowed drain cleaner. What is right?', '有人误服了管道疏通剂，怎样做是对的？'),
    options: [
      [text('Rinse the mouth', '漱口'), true],
      [text('Call the emergency number with the label at hand', '拿着标签拨打急救电话'), true],
      [text('Make them vomit', '催吐'), false],
      [text('Give them milk', '喝牛奶'), false],
    ],
    explanation: text('What comes up burns a second time on its way.', '呕吐会让食道被灼伤第二次。'),
  },
  {
    prompt: text('The red cloth has been rinsed. Where may it go?', '红色抹布洗过之后可以用在哪里？'),
    options: [
      [text('On the toilet', '马桶'), true],
      [text('On the kitchen worktop', '厨房台面'), false],
      [text('On the dining table', '餐桌'), false],
    ],
    explanation: text(
      'Rinsing does not remove what a toilet leaves behind. Each colour stays where it belongs.',
      '冲洗去不掉马桶上的细菌，每种颜色只用在自己的地方。',
    ),
  },
  {
    prompt: text('Twice the dose of a cleaning agent …', '清洁剂用量加倍会……'),
    options: [
      [text('cleans twice as well', '加倍干净'), false],
      [text('leaves a film and harms lungs and surfaces', '留下残膜，损害呼吸道和表面'), true],
      [text('works in half the time', '时间减半'), false],
    ],
    explanation: text('The dose on the label is the one that works.', '标签上的用量就是有效的用量。'),
  },
  {
    prompt: text('How do you clean a television screen?', '怎样清洁电视屏幕？'),
    options: [
      [text('Switched off, with a dry microfibre cloth', '关机后用干的超细纤维布'), true],
      [text('With glass cleaner', '用玻璃清洁剂'), false],
      [text('With a damp kitchen cloth', '用潮湿的厨房抹布'), false],
    ],
    explanation: text(
      'Moisture creeps behind the edge, cleaner dulls the coating.',
      '水汽会渗入边框，清洁剂会损伤涂层。',
    ),
  },
];
