import { expect, test } from 'vitest';
import data from '../../../resources/products/categories.json';
import { categoryOf, productCategories } from './category.rules';

test.each([
  ['本地小青菜 500g', 'vegetables'],
  ['水果黄瓜 500g', 'vegetables'],
  ['盐卤老豆腐 400g', 'vegetables'],
  ['云南蓝莓 125g*4盒', 'fruit'],
  ['丹东草莓 3斤礼盒', 'fruit'],
  ['散养土鸡蛋 30枚', 'meat'],
  ['阳澄湖大闸蟹 4公4母礼盒', 'seafood'],
  ['草莓酸奶 100g*6杯', 'dairy'],
  ['六月鲜酱油 500ml', 'grain'],
  ['鲜肉水饺', 'prepared'],
  ['榛子巧克力蛋糕', 'bakery'],
  ['鲜肉月饼', 'seasonal'],
  ['每日坚果大礼包', 'snacks'],
  ['精酿啤酒', 'drinks'],
  ['春节大礼包', 'gift'],
])('%s is %s', (product, category) => {
  expect(categoryOf(product)).toBe(category);
});

test.each([
  ['苹果手机壳', 'household'],
  ['有机硅胶铲', 'household'],
  ['有机玻璃收纳盒', 'household'],
  ['有机肥 5kg', 'household'],
  ['牛奶沐浴露', 'care'],
  ['洗面奶', 'care'],
  ['芦荟面膜', 'care'],
  ['玉米油 5L', 'grain'],
  ['菜籽油', 'grain'],
  ['鸡蛋面 1kg', 'grain'],
  ['番茄酱', 'grain'],
  ['辣条', 'snacks'],
  ['芒果干', 'snacks'],
  ['牛肉干 200g', 'snacks'],
  ['花生米', 'snacks'],
  ['橙汁 1L', 'drinks'],
  ['椰子水', 'drinks'],
  ['茶树菇', 'vegetables'],
  ['鸡毛菜', 'vegetables'],
  ['上海青 500g', 'vegetables'],
  ['广东芥蓝 300g', 'vegetables'],
  ['红薯叶 一把', 'vegetables'],
  ['冰糖橙', 'fruit'],
  ['牛油果 3个', 'fruit'],
  ['菠萝包', 'bakery'],
  ['芝士贝果', 'bakery'],
  ['酸菜鱼', 'prepared'],
  ['婴儿湿巾', 'baby'],
  ['婴幼儿配方奶粉', 'baby'],
  ['狗零食 鸡胸肉条 宠物零食', 'pet'],
  ['菜刀', 'household'],
  ['鱼油软胶囊', 'health'],
  ['小米充电宝', 'household'],
  ['空气炸锅家用 5L', 'household'],
  ['多肉植物', 'household'],
  ['韭菜盒子', 'prepared'],
  ['流沙包', 'prepared'],
  ['黄桃罐头', 'prepared'],
  ['和田大枣', 'grain'],
  ['蔬菜猪肉水饺', 'prepared'],
  ['奶油生菜', 'vegetables'],
  ['车厘子番茄', 'vegetables'],
  ['牛奶草莓', 'fruit'],
  ['葡萄柚', 'fruit'],
  ['黄瓜味薯片', 'snacks'],
])('%s is told by its last word: %s', (product, category) => {
  expect(categoryOf(product)).toBe(category);
});

test.each([
  ['有机番茄', 'organic'],
  ['有机纯牛奶', 'organic'],
  ['有机组合装', 'organic'],
  ['有机棉婴儿内衣', 'baby'],
  ['【爆款】鲜鸡蛋 30枚', 'trendy'],
  ['盲盒蔬菜箱', 'trendy'],
  ['联名款有机草莓', 'organic'],
  ['爆款抽纸', 'household'],
  ['千层底布鞋', 'clothing'],
  ['手抓饼（新品种小麦）', 'prepared'],
])('%s: marks take over food, and food alone: %s', (product, category) => {
  expect(categoryOf(product)).toBe(category);
});

test.each([
  ['Corn oil 5L', 'grain'],
  ['Egg noodles', 'grain'],
  ['Phone case', 'household'],
  ['Organic tomatoes', 'organic'],
  ['Steaks 2x200g', 'meat'],
])('English works the same way: %s is %s', (product, category) => {
  expect(categoryOf(product)).toBe(category);
});

test.each(['', '   ', '12345', '代买', '（）', 'xyz'])('nothing is made of %j', (product) => {
  expect(categoryOf(product)).toBeUndefined();
});

test('every category has a name in both languages, and every word one category', () => {
  for (const { key, name } of productCategories) {
    expect(key).toMatch(/^[a-z]+$/);
    expect(name.zh).not.toBe('');
    expect(name.en).not.toBe('');
  }
  const words = data.flatMap((category) => category.words);
  expect(new Set(words).size).toBe(words.length);
});
