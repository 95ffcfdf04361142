import { isEnumType, isInputObjectType, isListType, isNonNullType } from 'graphql';
import type { GraphQLInputType } from 'graphql';
import type { Random } from './random.ts';

/** What the values are made of. */
export interface Vocabulary {
  /** Ids of rows that belong to all kinds of people. */
  readonly ids: readonly string[];
  /** A word that this case alone sends: an error that repeats it repeats what was sent. */
  readonly echo: string;
}

const TEXTS = [
  '',
  ' ',
  'x',
  'a\0b',
  '\ud800',
  '\udfff\ud800',
  "'; drop table account; --",
  '" or 1=1',
  '%_%\\',
  '\u202egnp.exe',
  '😀'.repeat(50),
  '西湖区文一路',
  '../../etc/passwd',
  '<script>alert(1)</script>',
  '{"$ne":null}',
  'WyJ4IiwieSJd',
  'W251bGwsMSx7fV0',
  'W10',
  'null',
  '__proto__',
  'constructor',
  '2027-03-01',
  '1e999',
  'household@demo.doorstep',
  '+447700900123',
  '\u0000\u0001\u0002\u001f\u007f',
  'İ'.repeat(20),
];
const INTEGERS = [0, 1, 2, 3, 5, 20, 60, 100, 101, -1, 2 ** 31 - 1, -(2 ** 31)];
const FLOATS = [0, 30.27, 120.15, 51.5, -0.12, 90, -180, 180.0001, 1e12, -1e12, 1e300, 5e-324, -0];
const DAYS = ['1900-01-01', '2199-12-31', '2027-02-28', '2024-02-29', '2027-03-28', '2027-10-31'];
const WRONG_DAYS = ['1899-12-31', '2200-01-01', '2027-02-30', '0000-00-00', '+275760-09-13', 'today', ''];
const WRONG = [null, true, 0, -1, 1.5, 1e21, 2 ** 53, 2 ** 31, '', 'x', '\0', [], {}, [[]], [null], { a: { b: [] } }];

/** A value that the type takes, though it may mean nothing; with `wrongness`, now and then one that it does not take. */
export function valueOf(type: GraphQLInputType, random: Random, words: Vocabulary, wrongness: number): unknown {
  if (random.chance(wrongness)) return random.chance(0.2) ? textOf(random, words) : random.pick(WRONG);
  if (isNonNullType(type)) return presentValueOf(type.ofType, random, words, wrongness);
  return random.chance(0.15) ? null : presentValueOf(type, random, words, wrongness);
}

function presentValueOf(type: GraphQLInputType, random: Random, words: Vocabulary, wrongness: number): unknown {
  if (isListType(type)) {
    const inner = type.ofType;
    const length = random.chance(0.02) ? 300 : random.below(4);
    return random.some(length, () => valueOf(inner, random, words, wrongness));
  }
  if (isInputObjectType(type)) {
    const value: Record<string, unknown> = {};
    for (const field of Object.values(type.getFields())) {
      const isLeftOut = isNonNullType(field.type) ? random.chance(wrongness) : random.chance(0.4);
      if (!isLeftOut) value[field.name] = valueOf(field.type, random, words, wrongness);
    }
    if (random.chance(wrongness)) value[random.pick(['__proto__', 'extra', words.echo])] = random.pick(WRONG);
    return value;
  }
  if (isEnumType(type)) return random.pick(type.getValues()).name;
  return scalarOf(String(type), random, words);
}

function scalarOf(name: string, random: Random, words: Vocabulary): unknown {
  switch (name) {
    case 'ID':
      return random.chance(0.7) ? random.pick(words.ids) : textOf(random, words);
    case 'Int':
      return random.chance(0.7) ? random.pick(INTEGERS) : random.below(10_000);
    case 'Float':
      return random.pick(FLOATS);
    case 'Boolean':
      return random.chance(0.5);
    case 'LocalDate':
      return random.chance(0.9) ? random.pick([...DAYS, dayNear(random)]) : random.pick(WRONG_DAYS);
    case 'DateTime':
      return random.chance(0.9) ? `${dayNear(random)}T${timeOf(random)}:00Z` : `${random.pick(WRONG_DAYS)}T25:00:00Z`;
    case 'LocalTime':
      return random.chance(0.9) ? timeOf(random) : random.pick(['24:00', '24:01', '9:00', '']);
    default:
      return textOf(random, words);
  }
}

/** Around the days that the demo is about. */
function dayNear(random: Random): string {
  return new Date(Date.UTC(2027, 2, 1) + random.below(40) * 86_400_000).toISOString().slice(0, 10);
}

function timeOf(random: Random): string {
  return `${String(random.below(24)).padStart(2, '0')}:${random.pick(['00', '15', '30', '59'])}`;
}

function textOf(random: Random, words: Vocabulary): string {
  if (random.chance(0.4)) return words.echo;
  if (random.chance(0.03)) return 'long'.repeat(random.below(15_000));
  return random.pick(TEXTS);
}
