import { describe, expect, it } from 'vitest';
import { searchText } from '../../../api/modules/catalog/domain/search-text.ts';

describe('search text', () => {
  it('holds the lower-case names and every pair of neighbouring Chinese characters once', () => {
    expect(searchText(['Window  Cleaning', '擦窗户', '窗户'])).toBe('window cleaning 擦窗户 窗户 擦窗 窗户');
  });
});
