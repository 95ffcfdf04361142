import type { LessonContent } from './course-content.ts';
import { text } from './demo-context.ts';

export const SAFE_CLEANING_LESSONS: readonly LessonContent[] = [
  {
    title: text('Read the label first', '先读标签'),
    picture: {
      drawing: 'LABEL_SIGNS',
      words: text(
        'Three red diamonds: a drop that falls on a hand, an exclamation mark, and a flame.',
        '三个红色菱形标志：滴在手上的液体、感叹号和火焰。',
      ),
    },
    body: text(
      `Every bottle tells you how dangerous it is before you open it. Take ten seconds for three things.

1. **The pictogram.** A red diamond with a hand and a drop means *corrosive*: it burns skin and eyes. An exclamation mark means *irritant*. A flame means it must stay away from the stove.
2. **The dilution.** Twice the dose does not clean twice as well. It leaves a film, harms the surface and your lungs.
3. **The surfaces it is not for.** Natural stone, aluminium, oiled wood and screens are the usual ones.

> No label, no use. A bottle that somebody filled by hand may hold anything. Say so to the household and use your own.

## In the home

Ask which agents the household wants you to use, and whether anybody has asthma, allergies or a pet that walks over wet floors. Write it down for the next visit.`,
      `每一瓶清洁剂在打开之前，标签上都写明了它的危险程度。花十秒钟看三件事。

1. **图形标志。** 红色菱形里有手和液滴，表示**腐蚀性**，会灼伤皮肤和眼睛；感叹号表示**刺激性**；火焰表示要远离炉灶。
2. **稀释比例。** 加倍的用量不会加倍干净，只会留下残膜，损伤表面，也伤害您的呼吸道。
3. **不适用的表面。** 常见的有天然石材、铝制品、上油木材和电子屏幕。

> 没有标签就不使用。别人自行灌装的瓶子里可能是任何东西。请告诉客户，并改用自带的清洁剂。

## 到客户家时

先问清客户希望使用哪些清洁剂，家中有没有人患哮喘、过敏，有没有宠物会踩到湿地面，并记下来供下次上门参考。`,
    ),
  },
  {
    title: text('Never mix', '绝不混用'),
    body: text(
      `Most accidents at work happen when two harmless bottles meet.

| one | and the other | make |
| --- | --- | --- |
| bleach | acid: descaler, toilet cleaner, vinegar | chlorine gas |
| bleach | ammonia: some glass and floor cleaners | chloramine, which burns the lungs |
| bleach | alcohol | chloroform and other poisons |
| drain cleaner | any other drain cleaner | heat, spatter, gas |

- Use **one** agent on a surface. Rinse with plenty of water before the next.
- Never pour what is left into another bottle.
- Wait for an answer before you work after someone: *what did you put in here today?*

## If it happens

1. Leave the room, take everyone with you, close the door behind you.
2. Open windows from where the air is good. Do not go back for your things.
3. Coughing, burning eyes or short breath: call the emergency number (**112** or **999** in Britain, **120** in China) and say what was mixed.`,
      `多数事故都发生在两瓶“没什么危险”的清洁剂相遇的时候。

| 一种 | 另一种 | 会产生 |
| --- | --- | --- |
| 含氯漂白剂（84 消毒液） | 酸：除垢剂、洁厕灵、醋 | 氯气 |
| 含氯漂白剂 | 氨：部分玻璃和地面清洁剂 | 氯胺，灼伤肺部 |
| 含氯漂白剂 | 酒精 | 氯仿等有毒物质 |
| 管道疏通剂 | 另一种管道疏通剂 | 高温、喷溅、有毒气体 |

- 同一表面只用**一种**清洁剂，换用另一种之前用大量清水冲净。
- 剩余的液体绝不倒进别的瓶子。
- 接着别人的活干之前先问一句：*今天这里用过什么？*

## 万一发生了

1. 离开房间，带上所有人，随手关门。
2. 在空气好的地方开窗通风，不要回去拿东西。
3. 出现咳嗽、眼睛灼痛或呼吸困难，立即拨打急救电话（中国 **120**，英国 **112** 或 **999**），并说明混合了什么。`,
    ),
  },
  {
    title: text('Skin, eyes and lungs', '皮肤、眼睛与呼吸'),
    body: text(
      `Your hands are your tools. Most people who leave this trade leave it because of their skin.

- **Gloves** of nitrile for chemicals, a fresh pair for kitchen and bathroom. Put them on dry hands; throw them away when they have a hole.
- **Goggles** whenever something corrosive goes above the height of your chest: tiles, shower heads, oven ceilings.
- **Air**: open a window before you spray. Spray onto the cloth rather than into the air.
- **Cream** after the last wash, not before the gloves.

## When something goes wrong

| what | first | then |
| --- | --- | --- |
| in the eye | rinse with running lukewarm water for **15 minutes**, lids open, contact lenses out | doctor, with the label |
| on the skin | clothes off, rinse 15 minutes | doctor if it stays red or blisters |
| swallowed | rinse the mouth, **do not** make them vomit | emergency number, with the label |
| breathed in | fresh air, sit upright | emergency number if short of breath |

Tell us the same day in the app. It does not count against you.`,
      `双手是您的工具。离开这一行的人，很多是因为皮肤出了问题。

- **手套**：接触化学品用丁腈手套，厨房和卫生间各换一副。手要干燥时再戴，有破洞就扔掉。
- **护目镜**：在高于胸口的位置使用腐蚀性清洁剂时必须佩戴，例如瓷砖、花洒、烤箱顶部。
- **空气**：喷洒之前先开窗。喷在抹布上，不要喷向空中。
- **护手霜**：最后一次洗手之后再涂，不要在戴手套之前涂。

## 出现意外时

| 情况 | 先做 | 再做 |
| --- | --- | --- |
| 进入眼睛 | 睁开眼皮，用流动温水冲洗 **15 分钟**，取下隐形眼镜 | 带上标签就医 |
| 沾到皮肤 | 脱去沾染的衣物，冲洗 15 分钟 | 持续发红或起泡时就医 |
| 误服 | 漱口，**不要**催吐 | 带上标签，拨打急救电话 |
| 吸入 | 到空气新鲜处坐直 | 呼吸困难时拨打急救电话 |

请当天在应用里告诉我们，不会影响您的评价。`,
    ),
  },
  {
    title: text('Surfaces that forgive nothing', '经不起出错的表面'),
    picture: {
      drawing: 'CLOTH_COLOURS',
      words: text(
        'Four cloths: red below a toilet, yellow below a bath, green below a pot, blue below an armchair.',
        '四块抹布：红色对应马桶，黄色对应浴缸，绿色对应锅，蓝色对应沙发。',
      ),
    },
    body: text(
      `A damaged worktop costs more than a year of visits. When in doubt, test where nobody looks and wait five minutes.

- **Marble, limestone, terrazzo**: no acid, ever. Vinegar and lemon leave dull spots that only grinding removes. Neutral soap, dry at once.
- **Oiled or waxed wood**: a well wrung cloth, along the grain. Standing water swells it within minutes.
- **Stainless steel**: no bleach, no wire wool. Wipe with the grain.
- **Induction and glass**: scraper at 30 degrees, never dry.
- **Screens**: switched off, a dry microfibre cloth, nothing else.

## Cloths by colour

Red for the toilet, yellow for the bathroom, green for the kitchen, blue for all else. A cloth never goes from red to green, not even after rinsing. Wash at 60 degrees.

## When you leave

Agents back where they were, caps closed, out of reach of children. Wet floors are announced. Photograph what was damaged before you came *before* you begin.`,
      `一块台面的赔偿可能超过一整年的上门费用。拿不准时，先在不显眼处试，等五分钟。

- **大理石、石灰石、水磨石**：任何时候都不用酸。醋和柠檬会留下只有打磨才能去除的暗斑。用中性皂液，立即擦干。
- **上油或打蜡的木材**：抹布充分拧干，顺着纹理擦。积水几分钟就会让木材膨胀。
- **不锈钢**：不用漂白剂，不用钢丝球，顺着拉丝方向擦。
- **电磁炉与玻璃面板**：刮刀呈 30 度，不要干刮。
- **屏幕**：关机，用干的超细纤维布，别的都不用。

## 抹布分颜色

红色擦马桶，黄色擦卫生间，绿色擦厨房，蓝色擦其他地方。红色抹布洗过之后也不能当绿色用。60 度清洗。

## 离开之前

清洁剂放回原处，盖紧，放到儿童够不到的地方。提醒客户地面还湿。进门前已有的损坏，要在**开工之前**拍照。`,
    ),
  },
];
