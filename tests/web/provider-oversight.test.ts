import { describe, expect, it } from 'vitest';
import { fromPriceText, toPriceText } from '../../web/src/features/own-profile/price-text';
import {
  isFiltered,
  openDecisions,
  readProvidersQuery,
  writeProvidersQuery,
} from '../../web/src/features/provider-oversight/provider-query';

describe('what is asked of the list of providers', () => {
  it.each([
    [{}],
    [{ status: 'SUSPENDED', region: 'r', name: 'lin', waiting: '1' }],
    [{ sort: 'NAME' }],
    [{ sort: 'NAME', order: 'desc' }],
    [{ sort: 'VISITS', order: 'asc' }],
  ])('%j comes from the address and goes back to it', (query) => {
    expect(writeProvidersQuery(readProvidersQuery(query))).toEqual(query);
  });

  it('leaves out what it does not know, and what is so anyway', () => {
    const query = { status: 'KING', sort: 'LUCK', order: 'desc', waiting: 'yes', name: '' };

    expect(writeProvidersQuery(readProvidersQuery(query))).toEqual({});
    expect(isFiltered(readProvidersQuery(query))).toBe(false);
    expect(isFiltered(readProvidersQuery({ waiting: '1' }))).toBe(true);
  });
});

describe('the decisions about a provider', () => {
  it.each([
    ['APPLICANT', false, []],
    ['APPLICANT', true, ['APPROVE', 'DECLINE']],
    ['ACTIVE', false, ['SUSPEND']],
    ['PAUSED', false, ['SUSPEND']],
    ['SUSPENDED', false, ['REINSTATE']],
    ['SUSPENDED', true, ['REINSTATE', 'UPHOLD']],
    ['LEFT', false, []],
  ] as const)('of %s, waiting %s: %j', (status, isWaiting, acts) => {
    expect(openDecisions(status, isWaiting)).toEqual(acts);
  });
});

describe('a price as it is typed', () => {
  it.each([
    ['25', 'GBP', 2_500],
    ['25.5', 'GBP', 2_550],
    [' 25,50 ', 'GBP', 2_550],
    ['0.29', 'GBP', 29],
    ['80', 'CNY', 8_000],
    ['80', 'JPY', 80],
    ['80.5', 'JPY', null],
    ['25.555', 'GBP', null],
    ['', 'GBP', null],
    ['1e3', 'GBP', null],
    ['-5', 'GBP', null],
  ])('%j in %s is %s', (text, currency, amount) => {
    expect(fromPriceText(text, currency)).toBe(amount);
  });

  it.each([
    [2_500, '25'],
    [2_550, '25.50'],
    [29, '0.29'],
  ])('%i pence read %s', (amount, text) => {
    expect(toPriceText({ amount, currency: 'GBP' })).toBe(text);
  });
});
