import type { LocalizedText } from '../../../kernel/localized-text.ts';
import { times, type Money } from '../../../kernel/money.ts';
import type { InputProblem } from '../../../kernel/input-problem.ts';
import type { ChosenItem, PricedOption } from './quote-question.ts';

/** At most so many items fit in one visit. */
export const MAX_ITEMS_PER_VISIT = 6;

/** One item of a visit with its units, chosen options, price and time worked out. */
export interface ItemWork {
  readonly itemId: string;
  readonly units: number;
  readonly options: readonly PricedOption[];
  readonly label: LocalizedText;
  /** Price without options. */
  readonly base: Money;
  readonly baseMinutes: number;
}

/** Works out each chosen item, options in the catalogue's order, or says what is wrong with the first that cannot be done. */
export function workOutItems(
  items: readonly ChosenItem[],
  currency: string,
): { work: readonly ItemWork[] } | { problem: InputProblem } {
  if (items.length === 0) return { problem: noItems };
  if (items.length > MAX_ITEMS_PER_VISIT) return { problem: tooManyItems };
  const seen = new Set<string>();
  for (const [index, chosen] of items.entries()) {
    const field = `items[${index}]`;
    if (seen.has(chosen.item.id)) return { problem: duplicateItem(field) };
    seen.add(chosen.item.id);
    const problem =
      unitsProblem(chosen, field) ?? optionsProblem(chosen, field) ?? currencyProblem(chosen, field, currency);
    if (problem) return { problem };
  }
  return { work: items.map(toWork) };
}

function toWork({ item, units, optionIds }: ChosenItem): ItemWork {
  const count = item.priceModel === 'FIXED' ? 1 : (units ?? 1);
  const baseMinutes = {
    FIXED: item.durationMinutes,
    PER_HOUR: count * 60,
    PER_UNIT: item.durationMinutes + count * (item.minutesPerUnit ?? 0),
  }[item.priceModel];
  return {
    itemId: item.id,
    units: count,
    options: item.options.filter((option) => optionIds.includes(option.id)),
    label: labelOf(item, count),
    base: times(item.unitPrice, count),
    baseMinutes,
  };
}

function labelOf({ name, priceModel, unitName }: ChosenItem['item'], count: number): LocalizedText {
  if (priceModel === 'PER_HOUR') {
    return {
      en: `${name.en} · ${count} ${count === 1 ? 'hour' : 'hours'}`,
      'zh-CN': `${name['zh-CN']} · ${count} 小时`,
    };
  }
  if (priceModel === 'PER_UNIT' && unitName) {
    // "3 × room" reads right for every number, which "3 rooms" would not without plural forms in the catalogue.
    return {
      en: `${name.en} · ${count} × ${unitName.en}`,
      'zh-CN': `${name['zh-CN']} · ${count} ${unitName['zh-CN']}`,
    };
  }
  return name;
}

function unitsProblem({ item, units }: ChosenItem, at: string): InputProblem | null {
  const field = `${at}.units`;
  if (item.priceModel === 'FIXED') return units === null || units === 1 ? null : notCounted(field);
  if (!item.unitLimits) throw new RangeError(`item ${item.id} is priced ${item.priceModel} but has no unit limits`);
  const { min, max, step } = item.unitLimits;
  if (units === null) return unitsMissing(field, min, max);
  if (!(units >= min && units <= max)) return unitsOutOfRange(field, min, max);
  return (units - min) % step === 0 ? null : unitsOffStep(field, min, step);
}

function optionsProblem({ item, optionIds }: ChosenItem, at: string): InputProblem | null {
  const known = new Set(item.options.map((option) => option.id));
  for (const [index, id] of optionIds.entries()) {
    const field = `${at}.optionIds[${index}]`;
    if (!known.has(id)) return foreignOption(field);
    if (optionIds.indexOf(id) !== index) return duplicateOption(field);
  }
  return null;
}

function currencyProblem({ item, optionIds }: ChosenItem, field: string, currency: string): InputProblem | null {
  const options = item.options.filter((option) => optionIds.includes(option.id));
  const prices = [item.unitPrice, ...options.map((option) => option.price)];
  return prices.every((price) => price.currency === currency) ? null : mixedCurrency(field);
}

const noItems: InputProblem = {
  field: 'items',
  code: 'NO_ITEMS',
  message: { en: 'Choose at least one service.', 'zh-CN': '请至少选择一项服务。' },
};

const tooManyItems: InputProblem = {
  field: 'items',
  code: 'TOO_MANY_ITEMS',
  message: {
    en: `Choose at most ${MAX_ITEMS_PER_VISIT} services for one visit.`,
    'zh-CN': `一次上门最多选择 ${MAX_ITEMS_PER_VISIT} 项服务。`,
  },
};

const duplicateItem = (at: string): InputProblem => ({
  field: `${at}.itemId`,
  code: 'DUPLICATE_ITEM',
  message: {
    en: 'This service is already in the visit; change its number of units instead.',
    'zh-CN': '这项服务已经选过，请改为调整数量。',
  },
});

const notCounted = (field: string): InputProblem => ({
  field,
  code: 'UNITS_NOT_COUNTED',
  message: { en: 'This service has one price; leave the units out.', 'zh-CN': '这项服务是一口价，请不要填写数量。' },
});

const unitsMissing = (field: string, min: number, max: number): InputProblem => ({
  field,
  code: 'UNITS_MISSING',
  message: { en: `Say how many, from ${min} to ${max}.`, 'zh-CN': `请填写数量，${min} 到 ${max}。` },
});

const unitsOutOfRange = (field: string, min: number, max: number): InputProblem => ({
  field,
  code: 'UNITS_OUT_OF_RANGE',
  message: { en: `Choose from ${min} to ${max}.`, 'zh-CN': `请选择 ${min} 到 ${max}。` },
});

const unitsOffStep = (field: string, min: number, step: number): InputProblem => ({
  field,
  code: 'UNITS_OFF_STEP',
  message: { en: `Choose ${min} or more in steps of ${step}.`, 'zh-CN': `请从 ${min} 起，每次增加 ${step}。` },
});

const foreignOption = (field: string): InputProblem => ({
  field,
  code: 'OPTION_NOT_OF_ITEM',
  message: {
    en: 'This option does not belong to the service; leave it out.',
    'zh-CN': '该选项不属于这项服务，请去掉。',
  },
});

const duplicateOption = (field: string): InputProblem => ({
  field,
  code: 'DUPLICATE_OPTION',
  message: { en: 'This option is chosen twice; leave one out.', 'zh-CN': '该选项重复了，请去掉一个。' },
});

const mixedCurrency = (field: string): InputProblem => ({
  field,
  code: 'MIXED_CURRENCY',
  message: {
    en: 'This service is priced in another currency; choose one of this region.',
    'zh-CN': '这项服务使用其他货币计价，请选择本地区的服务。',
  },
});
