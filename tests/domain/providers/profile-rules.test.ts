import { describe, expect, it } from 'vitest';
import { bothLanguages, findTextProblem } from '../../../api/modules/providers/domain/profile-rules.ts';

describe('the texts of a résumé', () => {
  it('stand in for each other where one is empty', () => {
    expect(bothLanguages({ en: 'Cleaning', 'zh-CN': '' })).toEqual({ en: 'Cleaning', 'zh-CN': 'Cleaning' });
    expect(bothLanguages({ en: '', 'zh-CN': '保洁' })).toEqual({ en: '保洁', 'zh-CN': '保洁' });
    expect(bothLanguages({ en: 'Cleaning', 'zh-CN': '保洁' })).toEqual({ en: 'Cleaning', 'zh-CN': '保洁' });
  });

  it.each([
    'Call +44 7700 900 123',
    '电话 13800138000',
    '微信同号：138-0013-8000',
    'nora@example.org',
    'see www.nora.example',
    'https://nora.example',
  ])('may not lead around the platform: %s', (en) => {
    expect(findTextProblem('about', { en, 'zh-CN': '好' }, 200)).toMatchObject({ code: 'CONTACT' });
  });

  it.each([
    'Between 2015-2020 I worked in hotels, since 2021 in homes.',
    '从业 12 年，服务过 3,500 户家庭',
    'From £25, 9:00-17:00, 7 days a week',
  ])('may hold figures: %s', (en) => {
    expect(findTextProblem('about', { en, 'zh-CN': en }, 200)).toBeNull();
  });

  it('are counted in characters, not in code units', () => {
    expect(findTextProblem('headline', { en: '👩‍🔧'.slice(0, 2).repeat(3), 'zh-CN': '好' }, 3)).toBeNull();
    expect(findTextProblem('headline', { en: 'abcd', 'zh-CN': '好' }, 3)).toMatchObject({ code: 'TOO_LONG' });
  });
});
