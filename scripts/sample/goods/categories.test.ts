import { categoryOf } from '@shared/domain/products/category.rules';
import { expect, test } from 'vitest';
import { CATALOGUE } from './catalogue';

const CATEGORY_OF_SAMPLE: Record<string, readonly string[]> = {
  叶菜: ['vegetables'],
  根茎瓜果: ['vegetables'],
  菌菇豆制品: ['vegetables'],
  水果: ['fruit'],
  肉禽蛋: ['meat'],
  水产: ['seafood'],
  有机: ['organic'],
  网红新品: ['trendy'],
  烘焙乳品: ['bakery', 'dairy'],
  粮油调味: ['grain'],
  时令节令: ['seasonal', 'meat', 'grain'],
};

test('every product of the sample catalogue is where its own shelf says', () => {
  const wrong = CATALOGUE.map(({ name, spec, category }) => ({
    name,
    shelf: category,
    found: categoryOf(`${name} ${spec}`) ?? 'none',
  })).filter(({ shelf, found }) => !CATEGORY_OF_SAMPLE[shelf]?.includes(found));
  expect(wrong).toEqual([]);
  expect(CATALOGUE.length).toBeGreaterThan(60);
});
