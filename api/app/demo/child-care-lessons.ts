import type { LessonContent } from './course-content.ts';
import { text } from './demo-context.ts';

export const CHILD_CARE_LESSONS: readonly LessonContent[] = [
  {
    title: text('Before the parents leave', '家长离开之前'),
    body: text(
      `The ten minutes at the door decide how the day goes. Go through this list aloud, and write the answers down.

- **Who may collect the child**, by name. Nobody else, whatever they say.
- **Where the parents are**, and a second number if they do not answer.
- **Food**: allergies, what was eaten last, what is not allowed.
- **Medicine**: only what the parents have written down, with dose and time. Never a tablet “that always helps”.
- **Sleep**: when, where, with what.
- **Rooms and things** that are off limits.

> You may say no. If a child has a fever and the plan is a swimming pool, say what you see and agree on something else *before* the door closes.

## Look around

Walk through the rooms once at the height of a child: open windows, hot drinks, cables, coins, button batteries, bags with medicine in them. Move what can be moved.`,
      `门口的十分钟决定这一天顺不顺利。把下面的清单逐条念出来，并记下回答。

- **谁可以接走孩子**，要有姓名。其他任何人，无论说什么都不行。
- **家长在哪里**，以及打不通时的第二个号码。
- **饮食**：过敏情况、上一顿吃了什么、哪些不能吃。
- **用药**：只给家长书面写明剂量和时间的药，绝不给“一直很管用”的药片。
- **睡眠**：什么时候、在哪里、要什么安抚物。
- **不能进的房间、不能碰的东西**。

> 您可以说不。孩子发烧而原计划是去游泳，请说出您看到的情况，并在关门**之前**商定别的安排。

## 巡视一圈

以孩子的高度走一遍各个房间：开着的窗户、热饮、电线、硬币、纽扣电池、装着药的包。能挪开的都挪开。`,
    ),
  },
  {
    title: text('Safe sleep', '安全睡眠'),
    picture: {
      drawing: 'SAFE_SLEEP',
      words: text(
        'A baby lies on the back in a cot with nothing else in it but a flat mattress.',
        '婴儿仰卧在小床里，床上除了平整的床垫什么都没有。',
      ),
    },
    body: text(
      `For the first year there is one rule with four parts.

1. On the **back**, for every sleep, day and night.
2. In their **own bed**, on a firm flat mattress. Not on a sofa, not in a car seat indoors, not on your chest while you doze.
3. The bed is **empty**: no pillow, no duvet, no bumpers, no soft toys. A sleeping bag keeps them warm.
4. The room is **18 to 20 °C** and free of smoke.

Look in every ten to fifteen minutes. Look, do not only listen: breathing, colour, face free.

## When they will not sleep

Crying does not harm a child; shaking does. If you feel your patience end, lay the child on the back in the bed, close the door, breathe for two minutes outside, go back. Then call the parents. **Never shake a baby**, not once, not gently.`,
      `一岁以内，只有一条规则，分四点。

1. 每一次睡觉都**仰卧**，白天夜里都一样。
2. 睡**自己的床**，床垫要硬而平。不睡沙发，不在室内睡安全座椅，也不要趴在您胸口一起打盹。
3. 床上**什么都不放**：没有枕头、被子、床围和毛绒玩具。用睡袋保暖。
4. 室温 **18 至 20 °C**，没有烟味。

每隔十到十五分钟看一次。要用眼看，不要只用耳听：呼吸、脸色、口鼻没有被遮住。

## 怎么也不睡时

哭不会伤到孩子，摇晃会。觉得快要失去耐心时，把孩子仰卧放回床上，关上门，在外面深呼吸两分钟再回去，然后给家长打电话。**绝不摇晃婴儿**，一次也不行，轻轻的也不行。`,
    ),
  },
  {
    title: text('Choking and first minutes', '噎住与最初几分钟'),
    body: text(
      `Round, firm and smooth is what blocks a windpipe: whole grapes, nuts, sausage slices, hard sweets, raw carrot. Cut grapes **lengthwise**, in four. No nuts before five. Children eat sitting, and you sit with them.

## If a child coughs

Coughing is good. Stay close, say *cough*, do not hit the back.

## If no sound comes

| under one year | from one year |
| --- | --- |
| face down along your forearm, head low | bent forward |
| **5 blows** between the shoulder blades with the heel of the hand | **5 blows** between the shoulder blades |
| turn over: **5 thrusts** with two fingers on the breastbone | **5 thrusts** inwards and upwards above the navel |

Repeat in turn. After the first round somebody calls the emergency number; alone, call on loudspeaker and go on. If the child loses consciousness: on the floor, begin resuscitation, **30 to 2**.

Never reach blindly into the mouth: it pushes the thing deeper.`,
      `又圆又硬又滑的东西最容易堵住气管：整颗葡萄、坚果、香肠片、硬糖、生胡萝卜。葡萄要**纵向**切成四瓣。五岁以下不吃坚果。吃东西时孩子要坐着，您也坐在旁边。

## 孩子在咳嗽

能咳嗽是好事。守在身边，鼓励他咳，不要拍背。

## 发不出声音

| 一岁以下 | 一岁以上 |
| --- | --- |
| 脸朝下趴在您的前臂上，头低 | 身体前倾 |
| 用掌根在两肩胛骨之间拍 **5 次** | 在两肩胛骨之间拍 **5 次** |
| 翻过来，两指在胸骨上按压 **5 次** | 在肚脐上方向内向上冲击 **5 次** |

两者交替进行。第一轮之后由旁人拨打急救电话；只有一个人时，打开免提边打边做。孩子失去意识时，放平在地上，开始心肺复苏，**30 比 2**。

绝不要盲目把手指伸进嘴里掏，那会把东西推得更深。`,
    ),
  },
  {
    title: text('Hygiene and illness', '卫生与生病'),
    body: text(
      `Wash your hands when you arrive, before food, after nappies, noses and the toilet: twenty seconds, with soap, and theirs too.

- **Bottles**: water that has boiled, cooled to no less than 70 °C for the powder, then cooled to drink; throw away what is left after an hour.
- **Nappies**: one hand stays on the child. Always. The table is high and they turn for the first time today.
- **Bath**: 37 °C, checked with your elbow, and you do not leave the room, not for the doorbell.

## Ill or not

Call the parents at **38.0 °C** under three months, at **38.5 °C** in older children, and at any temperature with a rash that does not fade under a glass, a stiff neck, a child who is limp or drinks nothing.

Call the **emergency number first** if a child has trouble breathing, a fit, blue lips, or cannot be woken.

## Before you hand over

Tell the parents: eaten, drunk, slept, nappies, mood, every bump, however small. Write it in the notes of the visit.`,
      `到达时、饭前、换尿布后、擦鼻涕后、上厕所后都要洗手：用肥皂洗二十秒，孩子的手也一样。

- **奶瓶**：水烧开，冷却到不低于 70 °C 时冲奶粉，再凉到适口温度；一小时后没喝完的倒掉。
- **换尿布**：一只手始终放在孩子身上。台子很高，今天也许正是他第一次会翻身的日子。
- **洗澡**：水温 37 °C，用手肘试温。人不离开，门铃响了也不离开。

## 是不是病了

三个月以下达到 **38.0 °C**、大一些的孩子达到 **38.5 °C** 时给家长打电话。无论体温多少，出现用玻璃杯压住也不褪色的皮疹、脖子僵硬、全身发软或什么都不喝，都要打。

孩子呼吸困难、抽搐、嘴唇发紫或叫不醒时，**先打急救电话**。

## 交接之前

告诉家长：吃了什么、喝了多少、睡了多久、尿布情况、情绪，以及每一次磕碰，再小也要说，并写进上门记录。`,
    ),
  },
];
